//! Password hashes: Argon2id with 19 MiB, two passes and one lane (the floor that OWASP recommends), as PHC strings.

use argon2::{
    Algorithm, Argon2, Block, Params, PasswordHash, Version,
    password_hash::phc::{Output, ParamsString, Salt},
};

use super::{HashingError, Verdict};

const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// Of a password that nobody knows: checked when there is no account, so that the answer takes as long.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

/// The hash of a password, with a salt of its own.
pub(super) fn hash(password: &[u8]) -> Result<String, HashingError> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, Some(Params::DEFAULT_OUTPUT_LEN))
        .map_err(|_| HashingError::Failed)?;
    let salt = Salt::generate();
    let output = output(
        password,
        &salt,
        Algorithm::Argon2id,
        Version::V0x13,
        params.clone(),
    )
    .ok_or(HashingError::Failed)?;
    let hash = PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(&params).map_err(|_| HashingError::Failed)?,
        salt: Some(salt),
        hash: Some(output),
    };
    Ok(hash.to_string())
}

/// Compares what was typed with a stored hash, or with nobody's.
pub(super) fn check(typed: &[u8], stored: Option<&str>) -> Verdict {
    let known = stored.is_some();
    let Ok(stored) = PasswordHash::new(stored.unwrap_or(NOBODY)) else {
        tracing::error!("a stored password hash is not in PHC form");
        return Verdict::Wrong;
    };
    let matches = matches(typed, &stored).unwrap_or_else(|| {
        tracing::error!("a stored password hash is not Argon2's");
        false
    });
    if !(matches && known) {
        Verdict::Wrong
    } else if is_weaker(&stored) {
        Verdict::RightButWeaklyHashed
    } else {
        Verdict::Right
    }
}

fn matches(typed: &[u8], stored: &PasswordHash) -> Option<bool> {
    let algorithm = Algorithm::try_from(stored.algorithm.as_str()).ok()?;
    let version = match stored.version {
        Some(version) => Version::try_from(version).ok()?,
        None => Version::V0x10,
    };
    let params = Params::try_from(stored).ok()?;
    let (salt, expected) = (stored.salt.as_ref()?, stored.hash.as_ref()?);
    let output = output(typed, salt, algorithm, version, params)?;
    // Compared in constant time by its type.
    Some(output == *expected)
}

fn output(
    password: &[u8],
    salt: &[u8],
    algorithm: Algorithm,
    version: Version,
    params: Params,
) -> Option<Output> {
    let length = params.output_len().unwrap_or(Params::DEFAULT_OUTPUT_LEN);
    let mut memory = memory(params.block_count());
    let mut buffer = [0; Output::MAX_LENGTH];
    let output = buffer.get_mut(..length)?;
    Argon2::new(algorithm, version, params)
        .hash_password_into_with_memory(password, salt, output, &mut memory)
        .ok()?;
    Output::new(output).ok()
}

/// Memory for one hash. Room for more than 32 MiB is asked for, of which the unused part is never touched: a piece as
/// large as that is mapped by itself and goes back to the system with the hash. The common allocator would keep
/// smaller ones, 19 MiB for every thread that has ever hashed.
fn memory(blocks: usize) -> Vec<Block> {
    const MAPPED_BY_ITSELF: usize = 33 * 1024 * 1024 / Block::SIZE;
    let mut memory = Vec::with_capacity(blocks.max(MAPPED_BY_ITSELF));
    memory.resize(blocks, Block::new());
    memory
}

fn is_weaker(stored: &PasswordHash) -> bool {
    let argon2id = stored.algorithm.as_str() == Algorithm::Argon2id.as_str();
    !argon2id
        || Params::try_from(stored).map_or(true, |params| {
            params.m_cost() < MEMORY_KIB || params.t_cost() < PASSES || params.p_cost() < LANES
        })
}

#[cfg(test)]
mod tests {
    use argon2::{PasswordHasher as _, PasswordVerifier as _};

    use super::*;

    #[test]
    fn other_programs_read_our_hashes() {
        let stored = hash(b"correct horse").unwrap();
        let parsed = PasswordHash::new(&stored).unwrap();
        assert!(
            Argon2::default()
                .verify_password(b"correct horse", &parsed)
                .is_ok()
        );
    }

    #[test]
    fn only_the_same_password_matches() {
        let stored = hash(b"correct horse").unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert_ne!(stored, hash(b"correct horse").unwrap());
        assert_eq!(check(b"correct horse", Some(&stored)), Verdict::Right);
        assert_eq!(check(b"correct horse ", Some(&stored)), Verdict::Wrong);
        assert_eq!(check(b"correct horse", Some("not a hash")), Verdict::Wrong);
    }

    #[test]
    fn a_long_password_is_compared_to_its_end() {
        let stored = hash("x".repeat(128).as_bytes()).unwrap();
        let almost = format!("{}y", "x".repeat(127));
        assert_eq!(check(almost.as_bytes(), Some(&stored)), Verdict::Wrong);
    }

    #[test]
    fn nobodys_hash_costs_what_a_real_one_costs() {
        let nobody = PasswordHash::new(NOBODY).unwrap();
        assert!(!is_weaker(&nobody));
        let params = Params::try_from(&nobody).unwrap();
        assert_eq!(
            (params.m_cost(), params.t_cost(), params.p_cost()),
            (MEMORY_KIB, PASSES, LANES)
        );
        assert_eq!(check(b"anything", None), Verdict::Wrong);
    }

    #[test]
    fn a_hash_with_weaker_parameters_asks_to_be_renewed() {
        let weak = Argon2::new(
            Algorithm::Argon2id,
            Version::V0x13,
            Params::new(8 * 1024, 1, 1, None).unwrap(),
        );
        let stored = weak.hash_password(b"correct horse").unwrap().to_string();
        assert_eq!(
            check(b"correct horse", Some(&stored)),
            Verdict::RightButWeaklyHashed
        );
    }
}
