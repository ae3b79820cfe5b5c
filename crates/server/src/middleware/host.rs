//! One `Host` in every HTTP/1.1 request, as RFC 9112 (3.2) wants it: with two, a proxy and we could take the request for
//! different sites'; a request without one is from no client that we know.

use axum::{
    extract::Request,
    http::{Version, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

use crate::problem::{Code, Problem};

pub(crate) async fn layer(request: Request, next: Next) -> Response {
    let hosts = request.headers().get_all(header::HOST).iter().count();
    if request.version() == Version::HTTP_11 && hosts != 1 {
        return Problem::new(
            Code::MalformedRequest,
            "A request of HTTP/1.1 has exactly one Host header.",
        )
        .into_response();
    }
    next.run(request).await
}
