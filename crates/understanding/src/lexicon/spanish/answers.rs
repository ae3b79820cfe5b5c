//! Spanish answers that mean the same whatever was asked.

use crate::answer::Answer;

#[rustfmt::skip] // one answer a line
pub(super) const ANSWERS: &[(&str, Answer)] = &[
    ("si/s/sip/sii/claro/claro que si/vale/ok/okay/okey/dale/de acuerdo/adelante/haz -lo/si haz -lo/si por favor/por favor/por supuesto/desde luego/seguro/correcto/exacto/eso es/asi es/perfecto/venga/bueno/confirmo/confirmado/afirmativo/sale/orale/va/claro si/si claro/si si/esa/ese/esa misma/ese mismo/si esa/si eso/si gracias/👍/✅", Answer::Yes),
    ("no/n/nop/nel/no gracias/no lo hagas/mejor no/cancela/cancelar/cancela -lo/para/deja -lo/deja -la/deja -las/deja -lo asi/olvida -lo/nada/ahora no/todavia no/aun no/de ninguna manera/para nada/negativo/no no/no no lo hagas/no mejor no/espera/alto/tampoco/no hace falta/👎/❌/no deja -lo/no olvida -lo", Answer::No),
    ("ninguna/ninguno/ninguna de ellas/ninguno de ellos/ninguna de las dos/ninguno de los dos/ninguna de esas/ninguna de las anteriores/otra/otro/otra cosa/otra distinta/ni una ni otra/no esta/no ninguna/nada de eso", Answer::Neither),
    ("todas/todos/todo/ambas/ambos/las dos/los dos/las tres/los tres/todas ellas/todos ellos/si todas/si todo/si las dos/todas por favor/cada una/todas esas", Answer::All),
    ("más/mas/siguiente/siguientes/más por favor/muestra más/ver más/la siguiente página/el resto/sigue", Answer::More),
];
