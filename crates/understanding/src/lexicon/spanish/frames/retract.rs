//! What takes back what was just done. It counts only right after a change of that kind.

use crate::frames::Denied::{self, Change, Completion, Deletion};

#[rustfmt::skip] // one pattern a line
pub(super) const RETRACTIONS: &[(Denied, &str)] = &[
    (Change, "(deja/dejalo/dejala/dejalos/dejalas/conserva/manten) [-lo/-la/-los/-las/eso/esa/ese] [ahi/en la lista/como estaba/como esta]"),
    (Change, "(deja/conserva/manten) {ref} [ahi/en la lista/como estaba/como esta]"),
    (Deletion, "[todavia/aun] (lo/la/los/las) (necesito/quiero) [todavia/aun]"),
    (Deletion, "no (lo/la/los/las) (borres/elimines/quites/borre/elimine/quite)"),
    (Deletion, "no (borres/elimines/quites/borre/elimine/quite) [eso/esa/ese/{ref}]"),
    (Change, "no (lo/la/los/las) hagas"),
    (Completion, "[todavia/aun] no [esta/estan] (hecho/hecha/hechos/hechas/terminado/terminada/listo/lista/completado/completada) [todavia/aun]"),
    (Completion, "[todavia/aun] no (lo/la/los/las) (he hecho/hice/he terminado/termine/he acabado) [todavia/aun]"),
    (Completion, "[en realidad] [todavia/aun] no [lo/la/los/las] (he/hemos) [todavia/aun]"),
    (Completion, "[todavia/aun] no (he/hemos) {ref} [todavia/aun]"),
    (Completion, "{ref} [todavia/aun] no (esta/estan) (hecho/hecha/hechos/hechas/terminado/terminada/listo/lista)"),
    (Change, "[pero] no {ref}"),
    (Change, "{ref} no"),
];
