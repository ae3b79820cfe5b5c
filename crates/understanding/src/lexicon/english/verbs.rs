//! English verbs, by what it means when a message begins with one.
//!
//! One verb a word: the base form, then after `:` its irregular past forms; `+` doubles the last consonant
//! (`plan+` → planned, planning). Everything regular is derived.

/// Things people put on a to-do list: "buy milk" is a wish to be reminded, not a command to the machine.
pub(super) const CHORES: &str = "
    accept achieve acknowledge address advertise air analyse analyze answer apologise apologize apply appoint
    approve arrange assemble assign attend audit babysit:babysat backup bake bathe bike:biked bleach boil bring:brought
    brush budget build:built burn:burnt buy:bought buckle calibrate call:called,rang camp cancel carry
    cash celebrate certify charge chase chop+ circulate claim clean climb collect color colour
    commute compare compile compost conduct confirm congratulate consolidate construct consult contact
    contribute convince cook coordinate copy correct cover craft crochet cuddle cut:cut,cutting cycle darn debug+ declutter
    decide declare decorate defrost deliver demo deploy deposit descale design detail develop
    diagnose dig:dug,digging dine disassemble discuss disinfect dispute distribute dive donate download draft draw:drew,drawn
    drill drink:drank,drunk drive:drove,driven drop+ dry dust eat:ate,eaten edit email:emailed empty encourage enrol enroll
    entertain escalate estimate evaluate examine exchange execute exercise explain explore express extend
    fax feed:fed fertilise fertilize fetch file fill finalise finalize finance fill fit+ fix flip+ floss fold follow format+
    forward foster freeze:froze,frozen fry fumigate fund furnish garden gather glue grade grate graze grease
    greet grill groom grow:grew,grown hand hang:hung harvest haul help hem+ hike hire hoover host
    hug+ hydrate ice implement improve inflate inform inquire insert inspect install insulate insure
    interview inventory invest investigate invite invoice iron jog+ journal juice jump-start kiss knead knit+
    label launder lease lend:lent  lift load lock lodge look:looked loosen lubricate mail maintain
    manage map+ marinate massage measure meditate meet:met memorise memorize mend merge message+ migrate mix
    mop+ mount mow:mowed,mown mulch nap+ negotiate network notify nurse obtain offload oil onboard optimise optimize
    organise organize outline overhaul pack paint park patch pay:paid peel perfect perform persuade phone
    photocopy photograph pick pickle pitch plan+ plant plaster plug+ polish post practice practise pray
    prep+ prepare  press print prioritise prioritize  procure proof proofread:proofread propose prove prune publish
    pump punch purchase quilt rake read:read rearrange rebook rebuild:rebuilt recharge reclaim recharge reconcile
    record recruit recycle redecorate redeem redesign reduce refactor refill refinance refresh refund refuel register rehearse
    reimburse renew renovate rent reorder repaint repair replant replace reply repot+ report request
    research reschedule resign resolve respond restock restore resubmit+ retrieve retake:retook,retaken return review revise
    revisit ride:rode,ridden rinse ring:rang,rung roast roll rotate run:ran,running sand sanitise sanitize scan+ schedule
    scrub+ seal  secure see:saw,seen sell:sold send:sent serve  settle sew:sewed,sewn sharpen shave
    shine ship+ shop+ shovel shower shred+ sieve sign sketch skim+ sleep:slept smog soak solder solve sort sow:sowed,sown
    spray sponge stack stain staple steam sterilise sterilize stitch  store straighten stretch strip+ study subscribe
    submit+ sue summarise summarize supervise support survey sweep:swept swim:swam,swum,swimming swap+ tailor take:took,taken
    talk taste teach:taught tell:told test text:texted thank thaw tidy tie:tied,tying tighten tile tip+ tour
     transcribe transfer translate transplant transport trap+ treat trim+ troubleshoot:troubleshot tune tutor
    tweak type unblock unclog+ unload unpack unplug+ unsubscribe update upgrade upload vaccinate vacuum validate varnish
    verify visit volunteer vote walk wash watch water wax weed weigh weld whiten
    whip+ wind:wound wipe withdraw:withdrew,withdrawn work worm wrap+ write:wrote,written
    finish complete learn:learnt get:got,gotten,getting pick-up do:did,done make:made check find:found give:gave,given put:put,putting
    ask invite join leave:left move open close start begin:began,begun,beginning stop+ try go:went,gone
    renew set:set,setting change remove delete clear bring-back throw:threw,thrown order book reserve 
    save prepare clean-up sit:sat,sitting stand:stood speak:spoke,spoken spend:spent win:won,winning
    buy-in catch:caught choose:chose,chosen fly:flew,flown forget:forgot,forgotten hear:heard hold:held
    lay:laid lose:lost rewrite:rewrote,rewritten redo:redid,redone grab+ pop+ nip+ swing:swung ski spin:spun sing:sang,sung shut:shut,shutting
    seek:sought shake:shook,shaken split:split,splitting wake:woke,woken wear:wore,worn upload handle sort-out drop-off";

/// Chores a home assistant could be asked for as well: alone they are only offered.
pub(super) const SERVICES: &str = "
    book order reserve email text message mail make get find clean vacuum hoover brew cook change set move put give tell ask
    show read watch see record update translate clear remove delete cancel save contact hold load type correct choose
    decide refresh talk run roll throw rotate describe notify inform color colour serve answer solve compare
    try keep join leave wake suggest search locate lock unlock reduce push pull go reply scan draw sketch summarise summarize
    flip";

/// Chores too, unless their object belongs to machines: "send a tweet".
pub(super) const REMOTE: &str = "
    send write take forward share upload download transfer respond prepare request subscribe unsubscribe";

/// Things only a machine is asked for.
pub(super) const MACHINE: &str = "
    activate adjust announce brighten broadcast calculate connect convert deactivate decrease define dim+ disable
    disconnect display enable google increase launch listen lower mute navigate pause power predict rewind raise
    recommend repeat resume shuffle skip+ snooze spell stream switch tweet turn unmute play start stop open close post print explain
    confirm look check tune shut speak sing hear begin spin load refresh";

/// The verbs of commands, for their `-ing` forms: "would you mind adding …".
pub(super) const COMMANDS: &str =
    "add create delete remove complete mark list rename undo reopen tag label";

/// Words worth recognising when they are misspelt: commands hang on them.
pub(super) const KEYWORDS: &str = "
    remind reminder delete remove complete completed finish finished create update change rename reschedule postpone schedule
    urgent priority pending overdue shopping reopen everything tasks undo show mark done list move find task";

/// Verbs of motion that only begin a chore: in "go to the shop and buy milk" the two halves are one task.
pub(super) const LEADING: &str = "go come drive head run walk stop swing remember try sit";

/// Verbs that ask to see something.
pub(super) const SHOW: &str = "
    show list display view see read print give tell get pull bring open check recite review fetch enumerate find search
    what which how what's whats any is are do does count name describe look let go run say summarise summarize";

/// Past forms after which nothing is done: "I forgot the milk".
pub(super) const UNDONE: &str = "
    forgot forgotten missed tried started began begun stopped decided chose chosen lost wanted needed thought said told
    asked heard felt liked kept held left planned promised considered skipped explained suggested saw seen found
    met put set read cut let meant knew wished hoped changed asked stood sat wondered was were been had gave given added created deleted
    removed marked moved renamed listed showed tagged labelled labeled went";

/// Verbs whose object can be a task's number: "move 4 to friday".
pub(super) const MOVES: &str = "
    move reschedule push postpone change set rename mark delay update shift defer bump edit tag make flag delete complete";

/// Verbs of buying a service: only a plain appointment makes them a chore.
pub(super) const BOOKINGS: &str = "book order reserve";
