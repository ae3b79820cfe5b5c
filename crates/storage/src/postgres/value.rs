//! Values as PostgreSQL wants them: each goes into columns of its own type only.

use std::error::Error;

use tokio_postgres::types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked};

use crate::value::Value;

impl ToSql for Value {
    fn to_sql(
        &self,
        column: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match (self, column) {
            (Self::Null, _) => Ok(IsNull::Yes),
            (Self::Integer(number), &Type::INT8) => number.to_sql(column, out),
            (Self::Text(text), &Type::TEXT) => text.to_sql(column, out),
            (Self::Boolean(truth), &Type::BOOL) => truth.to_sql(column, out),
            (Self::Uuid(id), &Type::UUID) => id.to_sql(column, out),
            _ => Err(format!("{self:?} does not fit a column of type {column}").into()),
        }
    }

    fn accepts(column: &Type) -> bool {
        matches!(
            column,
            &Type::INT8 | &Type::TEXT | &Type::BOOL | &Type::UUID
        )
    }

    to_sql_checked!();
}
