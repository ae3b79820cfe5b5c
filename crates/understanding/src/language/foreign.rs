//! Languages that are told from those we know, but not understood: their most frequent words and their words for to-do
//! lists, folded, without those that are English as well. A language that is learnt moves from here to data of its own.

/// Languages with their words.
pub(super) const FOREIGN: &[(&str, &str)] = &[
    (
        "fr",
        "le la les un une des du de et ou mais ne pas je tu il elle nous vous ils elles me te se mon ma mes tes sa ses \
         notre votre leur sont suis es etait ai as avons avez ont dois doit faut veux voudrais peux peut pouvez a au aux \
         avec sans pour par dans sur sous chez aujourd hui demain hier soir quand qui que quoi quel quelle quelles tout \
         tous toutes deja encore merci bonjour salut oui ajoute ajouter ajoutez supprime supprimer montre affiche \
         rappelle tache taches liste fait termine acheter appeler payer finir lundi mardi mercredi jeudi vendredi samedi \
         dimanche semaine prochaine heures",
    ),
    (
        "it",
        "il lo la i gli le un una uno e o ma io tu lui lei noi voi loro mi ti ci si mio mia miei mie tuo tua sono sei e \
         era ho hai ha abbiamo hanno devo deve voglio vorrei puoi posso di della dei delle da dal con senza per in nel \
         nella su sul oggi domani ieri sera quando chi che cosa dove quale quali tutto tutti tutte gia ancora grazie ciao \
         per favore aggiungi aggiungere elimina cancella cancellare mostra mostrami ricordami attivita compiti lista \
         fatto comprare compra chiamare chiama pagare finito lunedi martedi mercoledi giovedi venerdi sabato domenica \
         settimana prossima",
    ),
    (
        "pt",
        "o a os as uma uns umas e ou mas nao eu ele ela nos eles elas me te se meu minha meus minhas seu sua sao sou esta \
         estou era foi tenho tem temos que devo quero preciso pode podes voce do da das de no na nos nas com sem para por \
         em ao hoje amanha ontem noite quando quem como onde qual quais tudo todas ja ainda obrigado obrigada ola sim \
         adiciona adicionar adicione apaga apagar exclua mostra mostre lembra lembre tarefa tarefas lista feito comprar \
         compra ligar pagar terminei segunda terca quarta quinta sexta sabado domingo semana proxima",
    ),
    (
        "nl",
        "de het een en of maar niet geen ik jij je hij zij ze wij we jullie mij me jou ons mijn jouw zijn is ben bent was \
         heb hebt heeft hebben moet moeten wil kan kun zal zullen wordt van zonder voor op in aan bij naar uit om over \
         onder vandaag morgen gisteren avond overmorgen wanneer wat wie hoe waar welke alle alles nog al alsjeblieft dank \
         bedankt ja nee voeg toe verwijder toon laat zien herinner taak lijst klaar gedaan kopen bellen betalen maandag \
         dinsdag woensdag donderdag vrijdag zaterdag zondag volgende uur",
    ),
    (
        "sv",
        "en ett och eller men inte jag du han hon vi ni de mig dig oss mitt mina din ditt dina ar var har hade maste ska \
         vill kan av med utan for pa i till fran om over under idag imorgon igar kvall nar vad vem hur var vilka alla \
         allt annu redan tack hej ja nej lagg bort paminn uppgift uppgifter lista klar gjort kopa ringa betala mandag \
         tisdag onsdag torsdag fredag lordag sondag nasta vecka",
    ),
    (
        "da",
        "en et og eller men ikke jeg du han hun vi i de mig dig os mit din dit dine var har havde skal vil kan af med \
         uden for pa fra om over under dag morgen aften nar hvad hvem hvordan hvor hvilke alle alt endnu allerede tak hej \
         ja nej tilfoj fjern slet vis husk opgave opgaver liste faerdig kobe ringe betale mandag tirsdag onsdag torsdag \
         fredag lordag sondag naeste uge",
    ),
    (
        "pl",
        "i lub ale nie ja on ona my wy oni mnie mi moj moja moje moich twoj jest sa jestem byl mam masz ma musze trzeba \
         chce moge mozesz ze bez dla na w we do od po o przy za dzisiaj dzis jutro wczoraj wieczorem kiedy co kto jak \
         gdzie jakie wszystkie wszystko juz jeszcze prosze dziekuje czesc tak dodaj usun pokaz przypomnij zadanie zadania \
         lista listy zrobione kupic kup zadzwonic zadzwon zaplacic poniedzialek wtorek sroda czwartek piatek sobota \
         niedziela tydzien",
    ),
];
