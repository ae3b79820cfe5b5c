//! Name resolution that hands out public addresses only.
//!
//! The client connects to exactly the addresses returned here, so a name that changes its answer between check
//! and use (DNS rebinding) gains nothing.

use std::{io, net::SocketAddr};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use crate::{Refusal, address::is_public};

/// Resolves by the system's resolver and refuses names with an address that is not public.
#[derive(Debug)]
pub(crate) struct PublicOnly;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found: Vec<SocketAddr> =
                tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            let addresses: Addrs = Box::new(vet(found)?.into_iter());
            Ok(addresses)
        })
    }
}

/// All addresses, if all are public. One that is not makes the whole name suspicious.
fn vet(addresses: Vec<SocketAddr>) -> Result<Vec<SocketAddr>, io::Error> {
    if addresses.iter().all(|address| is_public(address.ip())) {
        Ok(addresses)
    } else {
        Err(io::Error::new(
            io::ErrorKind::PermissionDenied,
            Refusal::NotPublic,
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_near_address_spoils_the_name() {
        let public: SocketAddr = "8.8.8.8:0".parse().unwrap();
        let near: SocketAddr = "127.0.0.1:0".parse().unwrap();
        assert_eq!(vet(vec![public]).unwrap(), [public]);
        assert!(vet(vec![public, near]).is_err());
    }
}
