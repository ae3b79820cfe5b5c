//! Spanish date phrases, without accents.

use jiff::civil::Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
use tasktalk_domain::recurrence::Frequency::{Daily, Weekly};

use crate::when::vocabulary::{
    Edge, Part, Term,
    Term::{
        After, And, Approximately, At, AtPart, Before, Between, By, Day, Every, Exactly, Except,
        For, Glue, HasPassed, Hence, In, LaterOn, Meridiem, Next, Now, Of, OfDay, On, Once,
        OneOfTwo, Onwards, Per, Range, Regularly, Repeat, Since, Starting, The, To, Tonight, Until,
        Weekdays, Weekend, Weekends, Within, Workday, Workdays,
    },
};

#[rustfmt::skip] // one meaning a line
pub(super) const PHRASES: &[(&str, &[Term])] = &[
    ("pasado manana", &[Day(2)]),
    ("el dia de hoy", &[Day(0)]),
    ("el dia de manana", &[Day(1)]),
    ("antes de ayer", &[Day(-2)]),
    ("de hoy en ocho dias|de hoy en ocho|hoy en ocho", &[Day(7)]),
    ("esta noche|hoy en la noche|hoy por la noche|hoy a la noche", &[Tonight]),
    ("ahora mismo|ya mismo|en este momento", &[Now, Glue]),
    // Parts of the day.
    ("por la manana|de la manana|en la manana|a la manana|a media manana|de manana temprano", &[AtPart(Part::Morning)]),
    ("por la tarde|de la tarde|en la tarde|a la tarde|a media tarde", &[AtPart(Part::Afternoon)]),
    ("por la noche|de la noche|en la noche|a la noche|de noche|por la nochecita", &[AtPart(Part::Night)]),
    ("al anochecer|al atardecer|por la tardecita", &[AtPart(Part::Evening)]),
    ("de la madrugada|en la madrugada|por la madrugada", &[Meridiem(false)]),
    ("a primera hora|a primera hora de la manana|bien temprano|temprano por la manana|temprano en la manana", &[Term::Part(Part::FirstThing)]),
    ("a ultima hora|al final del dia|al final de la jornada|a ultima hora del dia|fin del dia", &[Term::Part(Part::EndOfDay)]),
    ("al mediodia|a mediodia|a medio dia|al medio dia|del mediodia", &[Term::Hour(12)]),
    ("a medianoche|a la medianoche|a media noche", &[Term::Hour(24)]),
    ("en punto|y pico|mas o menos|o asi|clavadas|de reloj", &[Exactly]),
    ("buenos dias|buenas tardes|buenas noches", &[Glue]),
    ("mas tarde", &[LaterOn, Glue]),
    // What leads to a time.
    ("a las|a la", &[At, To, Per, Glue]),
    ("a eso de las|a eso de la|sobre las|sobre la|hacia las|hacia la|alrededor de las|alrededor de la|cerca de las", &[At, Glue]),
    ("de las", &[Range, Of, Glue]),
    ("de la", &[Of, The, Glue]),
    ("desde las|desde la", &[Starting, Since, Range, Glue]),
    ("a partir de las|a partir de la|a partir de|a contar de", &[Starting, Glue]),
    ("a partir del|a contar del", &[Starting, OfDay, Glue]),
    ("antes de las|antes de la|antes de", &[Before, Glue]),
    ("antes del", &[Before, OfDay, Glue]),
    ("despues de las|despues de la|despues de|pasadas las|desde que", &[After, Glue]),
    ("despues del|pasado el", &[After, OfDay, Glue]),
    ("hasta las|hasta la", &[Until, Glue]),
    ("para las|para la|pa las|pa la", &[For, To, Glue]),
    ("entre las|entre la", &[Between, Glue]),
    ("y las|y la", &[And, Glue]),
    ("a mas tardar|como muy tarde|como maximo|no mas tarde de|como tarde|a mas tardar a|a mas tardar a las|no mas tarde de las", &[By, Glue]),
    ("no mas tarde del|a mas tardar al", &[By, OfDay, Glue]),
    ("en adelante", &[Onwards]),
    ("dentro de|de aqui a|en el plazo de|de aca a", &[In, Within, Glue]),
    ("a partir de ahora|desde ahora", &[Hence]),
    ("hace", &[HasPassed, Glue]),
    // Which.
    ("que viene|que entra|que vienen|que sigue", &[Next]),
    ("un par de", &[Approximately(2)]),
    // Days and their kinds.
    ("fin de semana|fin de sem", &[Weekend]),
    ("fines de semana|los fines de semana|los findes", &[Weekends, Regularly]),
    ("entre semana|los dias laborables|los dias habiles|dias laborables|dias habiles|dias de semana|los dias de semana|de lunes a viernes|lunes a viernes|los dias de diario", &[Workdays, Regularly]),
    ("dia laborable|dia habil|dia de semana|dia de trabajo", &[Workday]),
    ("el dia|los dias", &[The, On, OfDay, Glue]),
    ("todos los|todas las|todo los|tos los|toditos los", &[Every]),
    ("los lunes", &[Weekdays(Monday), Regularly]),
    ("los martes", &[Weekdays(Tuesday), Regularly]),
    ("los miercoles", &[Weekdays(Wednesday), Regularly]),
    ("los jueves", &[Weekdays(Thursday), Regularly]),
    ("los viernes", &[Weekdays(Friday), Regularly]),
    ("los sabados", &[Weekdays(Saturday), Regularly]),
    ("los domingos", &[Weekdays(Sunday), Regularly]),
    // Periods.
    ("a fin|a fines|a finales|para fin|para finales|al final", &[Term::Edge(Edge::End)]),
    ("a principio|a principios|a comienzos|al principio|a inicios", &[Term::Edge(Edge::Start)]),
    ("a mediados", &[Term::Edge(Edge::Middle)]),
    // Repeating.
    ("a diario", &[Repeat(Daily, 1), Regularly]),
    ("por las mananas|en las mananas", &[Repeat(Daily, 1), Term::Part(Part::Morning), Regularly]),
    ("por las tardes|en las tardes", &[Repeat(Daily, 1), Term::Part(Part::Afternoon), Regularly]),
    ("por las noches|en las noches", &[Repeat(Daily, 1), Term::Part(Part::Night), Regularly]),
    ("cada quince dias|cada 15 dias|cada quincena|semana por medio|una semana si y otra no|una semana si otra no", &[Repeat(Weekly, 2), Regularly]),
    ("dia por medio|un dia si y otro no|un dia si otro no|un dia si y un dia no|dia si dia no|dia si y dia no", &[Repeat(Daily, 2), Regularly]),
    ("por medio|si y otro no|si otro no|si y uno no", &[OneOfTwo]),
    ("una vez", &[Once]),
    ("menos los|excepto los|salvo los|menos el|excepto el|salvo el|quitando los|menos en", &[Except]),
    ("por semana", &[Per]),
];
