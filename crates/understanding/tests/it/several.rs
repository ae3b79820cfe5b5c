//! Several commands in one message.

use crate::shorthand::check;

#[rustfmt::skip] // one message a line
const MESSAGES: &[(&str, &str)] = &[
    ("add apples, pears and plums to the grocery list", "add 'Apples' #grocery ; add 'Pears' #grocery ; add 'Plums' #grocery"),
    ("I need to call the dentist, pay the rent and buy milk", "add 'Call the dentist' ; add 'Pay the rent' ; add 'Buy milk'"),
    ("buy milk, eggs and call the bank", "add 'Buy milk, eggs' ; add 'Call the bank'"),
    ("buy milk and call mum", "add 'Buy milk' ; add 'Call mum'"),
    ("pick up the kids at 4 and cook dinner", "add 'Pick up the kids' 2026-11-22 16:00 ; add 'Cook dinner'"),
    ("remind me to call mum and remind me to call dad", "add 'Call mum' ; add 'Call dad'"),
    ("add a task to buy milk and another to call Jo", "add 'Buy milk' ; add 'Call Jo'"),
    ("add tasks: buy milk, call mum, pay rent", "add 'Buy milk' ; add 'Call mum' ; add 'Pay rent'"),
    ("add these tasks: buy milk, call mum and pay rent", "add 'Buy milk' ; add 'Call mum' ; add 'Pay rent'"),
    ("add the following: sweep, mop, dust", "add 'Sweep' ; add 'Mop' ; add 'Dust'"),
    ("Tasks: buy milk, call mum", "add 'Buy milk' ; add 'Call mum'"),
    ("Shopping list:\n- milk\n- eggs\n- bread", "add 'Milk' #shopping ; add 'Eggs' #shopping ; add 'Bread' #shopping"),
    ("- call mum\n- pay rent tomorrow\n- book flights", "add 'Call mum' ; add 'Pay rent' 2026-11-23 ; add 'Book flights'"),
    ("1. call mum\n2. pay rent\n3. water plants", "add 'Call mum' ; add 'Pay rent' ; add 'Water plants'"),
    ("buy milk\ncall mum\neggs", "add 'Buy milk' ; add 'Call mum' ; add 'Eggs'"),
    ("todo:\ncall mum\npay rent", "add 'Call mum' ; add 'Pay rent'"),
    ("- [ ] call mum\n- [ ] pay rent", "add 'Call mum' ; add 'Pay rent'"),
    ("delete #4 and mark 5 as done then show my list", "delete <#4> ; done <#5> ; list"),
    ("buy milk and finish the report", "add 'Buy milk' ; add 'Finish the report'"),
    ("buy milk and show my list", "add 'Buy milk' ; list"),
    ("add milk and show me my list", "add 'Milk' ; list"),
    ("add milk, then delete the eggs", "add 'Milk' ; delete <eggs>"),
    ("add eggs and mark the milk as done", "add 'Eggs' ; done <milk>"),
    ("I paid the rent and called mum", "done <pay rent> ; done <call mum>"),
    ("I paid the rent, remind me to pay it again next month", "done <pay rent> ; add 'Pay it again' 2026-12-01"),
    ("complete the report and email Bob about it", "done <report> ; add 'Email Bob about it'"),
    ("add milk and delete everything", "add 'Milk' ; delete <all>"),
    ("done with wash and dry clothes", "done <wash and dry clothes>"),
    ("add 3 tasks: call mum, buy milk and pay rent", "add 'Call mum' ; add 'Buy milk' ; add 'Pay rent'"),
    ("1. buy flour 2. buy sugar", "add 'Buy flour' ; add 'Buy sugar'"),
    ("todo: call dad; and call mom", "add 'Call dad' ; add 'Call mom'"),
    ("buy milk. Also eggs. And call the bank at 4.", "add 'Buy milk' ; add 'Eggs' ; add 'Call the bank' 2026-11-22 16:00"),
    ("add oil please. And eggs please.", "add 'Oil' ; add 'Eggs'"),
    ("call the bank at 4. The number is 555-1234.", "add 'Call the bank' 2026-11-22 16:00 note 'The number is 555-1234'"),
    ("buy paint. White, two litres.", "add 'Buy paint' note 'White, two litres'"),
    ("call mum tomorrow. Important!", "add 'Call mum' 2026-11-23 p1"),
    ("call mum. By friday.", "add 'Call mum' 2026-11-27"),
    ("delete the milk and add oat milk", "delete <milk> ; add 'Oat milk'"),
    ("show my tasks and delete the first one", "list ; delete <nth 1>"),
    ("rename 2 to Buy bread and move it to friday", "update <#2> 'Buy bread' ; update <it> 2026-11-27"),
    ("add milk. also remind me to call Jo tomorrow", "add 'Milk' ; add 'Call Jo' 2026-11-23"),
    ("Add milk! Delete the eggs. What's left?", "add 'Milk' ; delete <eggs> ; list [open]"),
    ("remind me to buy milk and show my list", "add 'Buy milk' ; list"),
    ("add a task to call Bob, then show the list", "add 'Call Bob' ; list"),
    ("undo that and add bread", "undo ; add 'Bread'"),
    ("push the dentist to friday and remind me to call them", "update <dentist> 2026-11-27 ; add 'Call them'"),
    ("water the plants, feed the cat and take out the trash", "add 'Water the plants' ; add 'Feed the cat' ; add 'Take out the trash'"),
    ("call plumber; buy nails; return drill", "add 'Call plumber' ; add 'Buy nails' ; add 'Return drill'"),
    ("Things to do: call mum, buy milk", "add 'Call mum' ; add 'Buy milk'"),
    ("called mum and paid the rent", "done <call mum> ; done <pay rent>"),
    // Bare things with a comma between them are several tasks; two that an "and" joins may be one.
    ("add milk, eggs and bread", "add 'Milk' ; add 'Eggs' ; add 'Bread'"),
    ("add milk, eggs and bread to my list", "add 'Milk' ; add 'Eggs' ; add 'Bread'"),
    ("add eggs, and flour, and sugar", "add 'Eggs' ; add 'Flour' ; add 'Sugar'"),
    ("add oat milk, brown bread tomorrow", "add 'Oat milk' 2026-11-23 ; add 'Brown bread' 2026-11-23"),
    ("add salt and pepper", "add 'Salt and pepper'"),
    ("add buy milk, eggs and bread", "add 'Buy milk, eggs and bread'"),
    // Each number has something else done to it.
    ("rename 1 to Ham and 2 to Eggs", "update <#1> 'Ham' ; update <#2> 'Eggs'"),
    ("rename 1 to \"Ham\" and 2 to \"Eggs\"", "update <#1> 'Ham' ; update <#2> 'Eggs'"),
    ("mark 3 as p1 and 5 as done", "update <#3> p1 ; done <#5>"),
    ("move 1 to friday and 2 to monday", "update <#1> 2026-11-27 ; update <#2> 2026-11-23"),
    ("rename 1 to ham and eggs", "update <#1> 'Ham and eggs'"),
];

#[test]
fn each_command_is_found_in_order() {
    check(MESSAGES);
}

/// Lists on one line: nothing of them may be lost.
#[rustfmt::skip] // one message a line
const LISTS: &[(&str, &str)] = &[
    ("shopping list: leeks; figs; oat milk", "add 'Leeks' #shopping ; add 'Figs' #shopping ; add 'Oat milk' #shopping"),
    ("todo: wash the car; ring Tom tomorrow", "add 'Wash the car' ; add 'Ring Tom' 2026-11-23"),
    ("tasks for friday: - sweep the yard - email Tom - wash the car", "add 'Sweep the yard' 2026-11-27 ; add 'Email Tom' 2026-11-27 ; add 'Wash the car' 2026-11-27"),
    ("todo: - ring Tom - feed the cat", "add 'Ring Tom' ; add 'Feed the cat'"),
    ("add leeks; figs; salt", "add 'Leeks' ; add 'Figs' ; add 'Salt'"),
    ("todo: wash the car; show my list", "add 'Wash the car' ; list"),
    ("meet Tom at the port on 4.12. at 15:30 (ferry 7)", "add 'Meet Tom at the port (ferry 7)' 2026-12-04 15:30"),
    ("party 5.12. at 19:00", "add 'Party' 2026-12-05 19:00"),
    ("pay the invoice on 4.12.", "add 'Pay the invoice' 2026-12-04"),
    ("Groceries: leeks, figs and salt", "add 'Leeks' #groceries ; add 'Figs' #groceries ; add 'Salt' #groceries"),
    ("delete #3; #5", "delete <#3, #5>"),
    ("complete 3; 5; 6", "done <#3, #5, #6>"),
    ("upgrade to Go 1.22. delete #4", "add 'Upgrade to Go 1.22' ; delete <#4>"),
];

#[test]
fn lists_on_one_line_lose_nothing() {
    check(LISTS);
}

/// Each has a time, a value or an infinitive of its own.
#[rustfmt::skip] // one message a line
const EACH_ITS_OWN: &[(&str, &str)] = &[
    ("call grandma tonight and go for a run at noon", "add 'Call grandma' 2026-11-22 20:00 ; add 'Go for a run' 2026-11-22 12:00"),
    ("go for a run at noon and call grandma tonight", "add 'Go for a run' 2026-11-22 12:00 ; add 'Call grandma' 2026-11-22 20:00"),
    ("remind me to call Bob on friday and to pay rent on saturday", "add 'Call Bob' 2026-11-27 ; add 'Pay rent' 2026-11-28"),
    ("remind me to call Bob on friday and pay rent on saturday", "add 'Call Bob' 2026-11-27 ; add 'Pay rent' 2026-11-28"),
    ("remind me to email Anna tomorrow and water the plants on monday", "add 'Email Anna' 2026-11-23 ; add 'Water the plants' 2026-11-23"),
    ("remind me to call Bob and to pay the rent", "add 'Call Bob' ; add 'Pay the rent'"),
    ("remind me to cancel the gym and delete old photos", "add 'Cancel the gym and delete old photos'"),
    ("clean the bath today #home, vacuum the hall today #home, iron shirts", "add 'Clean the bath' 2026-11-22 #home ; add 'Vacuum the hall' 2026-11-22 #home ; add 'Iron shirts'"),
    ("clean the bath, vacuum the hall", "add 'Clean the bath' ; add 'Vacuum the hall'"),
    ("call mum today, iron shirts", "add 'Call mum' 2026-11-22 ; add 'Iron shirts'"),
    ("wash the car, after that call Bob", "add 'Wash the car' ; add 'Call Bob'"),
    ("wash the car and after that call Bob", "add 'Wash the car' ; add 'Call Bob'"),
    ("buy bread, afterwards call mum", "add 'Buy bread' ; add 'Call mum'"),
    ("buy bread and then call mum", "add 'Buy bread' ; add 'Call mum'"),
    ("add bread and call mum", "add 'Bread' ; add 'Call mum'"),
    ("add bread and butter", "add 'Bread and butter'"),
    ("add wash and iron shirts", "add 'Wash and iron shirts'"),
    ("buy milk and eggs", "add 'Buy milk and eggs'"),
    ("read and sign the contract", "add 'Read and sign the contract'"),
    ("go to the shop and buy milk", "add 'Go to the shop and buy milk'"),
    ("add task: wash car; add task: call Bob", "add 'Wash car' ; add 'Call Bob'"),
    ("add task: wash car; call Bob", "add 'Wash car' ; add 'Call Bob'"),
    // How often is said once, of all; a date is said of the last.
    ("water the plants and feed the cat every evening", "add 'Water the plants' 2026-11-22 18:00 FREQ=DAILY ; add 'Feed the cat' 2026-11-22 18:00 FREQ=DAILY"),
    ("mop the floor and take out the bins every friday", "add 'Mop the floor' 2026-11-27 FREQ=WEEKLY;BYDAY=FR ; add 'Take out the bins' 2026-11-27 FREQ=WEEKLY;BYDAY=FR"),
    ("buy milk and call mum tomorrow", "add 'Buy milk' ; add 'Call mum' 2026-11-23"),
];

#[test]
fn what_has_its_own_time_is_its_own_task() {
    check(EACH_ITS_OWN);
}

/// The verb is said once.
#[rustfmt::skip] // one message a line
const VERB_ONCE: &[(&str, &str)] = &[
    ("move milk to friday and mum to monday", "update <milk> 2026-11-27 ; update <mum> 2026-11-23"),
    ("move milk to friday, mum to monday and rent to tuesday", "update <milk> 2026-11-27 ; update <mum> 2026-11-23 ; update <rent> 2026-11-24"),
    ("push #1 to friday and #2 to monday", "update <#1> 2026-11-27 ; update <#2> 2026-11-23"),
    ("please move the dentist to friday and the report to next week", "update <dentist> 2026-11-27 ; update <report> 2026-11-23"),
    ("make the milk urgent and the bread low priority", "update <milk> p1 ; update <bread> p3"),
    ("make the sow check daily and the boar check every sunday", "update <sow check> 2026-11-22 FREQ=DAILY ; update <boar check> 2026-11-22 FREQ=WEEKLY;BYDAY=SU"),
    ("move milk to friday and call mum on monday", "update <milk> 2026-11-27 ; add 'Call mum' 2026-11-23"),
    ("move milk and mum to friday", "update <milk and mum> 2026-11-27"),
];

#[test]
fn a_verb_said_once_holds_for_each() {
    check(VERB_ONCE);
}

/// A priority before a wish, and one task more behind one.
#[rustfmt::skip] // one message a line
const BESIDE: &[(&str, &str)] = &[
    ("URGENT!!! CALL PLUMBER NOW", "add 'CALL PLUMBER' p1"),
    ("urgent! call the plumber", "add 'Call the plumber' p1"),
    ("Important. Pay the rent tomorrow.", "add 'Pay the rent' 2026-11-23 p1"),
    ("high priority! call mum tomorrow", "add 'Call mum' 2026-11-23 p1"),
    ("low priority: water the plants", "add 'Water the plants' p3"),
    ("pack is done, passport too", "done <pack, passport>"),
    ("pack is done and passport as well", "done <pack, passport>"),
    ("done with the milk, the bread too", "done <milk, bread>"),
    ("mark milk as done and bread too", "done <milk, bread>"),
    ("delete 3, 4 too", "delete <#3, #4>"),
    ("buy milk, bread too", "add 'Buy milk, bread'"),
];

#[test]
fn what_stands_beside_a_wish_belongs_to_it() {
    check(BESIDE);
}
