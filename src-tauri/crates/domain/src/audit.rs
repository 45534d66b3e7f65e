//! The audit chain: who did what to what, each record bound to the one before it.
//!
//! Each device writes its own chain. A record's hash covers all its fields and the hash before it, so a
//! changed record breaks itself and a missing one breaks the next; the newest record is held by the
//! [`ChainHead`] that the store keeps apart. Someone who can write the database can also write a whole new
//! chain: this finds tampering, it does not prevent it.

use crate::canonical;
use crate::ids::{DeviceId, MemberId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// One record of a device's chain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AuditRecord {
    /// From 1, without gaps.
    pub sequence: u32,
    pub device: DeviceId,
    pub member: MemberId,
    /// To the millisecond: what is below it is not hashed.
    pub at: Timestamp,
    /// The operation's name.
    pub operation: String,
    /// What it was done to: `version 0198…`.
    pub object: String,
    pub before: Option<serde_json::Value>,
    pub after: Option<serde_json::Value>,
    /// Hash of the record before, empty for the first.
    pub previous: String,
    /// SHA-256 over the canonical JSON of all other fields, lower-case hex.
    pub hash: String,
}

/// What the newest record of a device's chain must be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainHead {
    pub device: DeviceId,
    /// Its sequence; 0 and an empty hash: the chain has no records.
    pub sequence: u32,
    pub hash: String,
}

/// The first place at which a chain does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Tampered {
    /// The record's fields do not give its hash.
    #[error("record {sequence} was changed")]
    Changed { sequence: u32 },
    /// The record does not follow the one before it: one is missing, doubled, or was exchanged.
    #[error("record {sequence} is missing or out of place")]
    Missing { sequence: u32 },
    /// Records at the end are missing, or there are more than were written.
    #[error("the chain ends at record {sequence}, not where it was left")]
    WrongEnd { sequence: u32 },
}

impl AuditRecord {
    /// The hash of the record's other fields.
    pub fn expected_hash(&self) -> String {
        canonical::sha256(&json!({
            "v": 1,
            "sequence": self.sequence,
            "device": self.device,
            "member": self.member,
            "at": self.at.as_millisecond(),
            "operation": self.operation,
            "object": self.object,
            // Told apart from a JSON null by the array.
            "before": self.before.iter().collect::<Vec<_>>(),
            "after": self.after.iter().collect::<Vec<_>>(),
            "previous": self.previous,
        }))
    }
}

impl Tampered {
    /// The number of the first record that is not what it was: one more than there are if the end is
    /// missing.
    pub fn record(self) -> u32 {
        match self {
            Self::Changed { sequence } | Self::Missing { sequence } => sequence,
            Self::WrongEnd { sequence } => sequence.saturating_add(1),
        }
    }
}

/// Checks one device's records, given in their order, against the head that was kept for it.
pub fn verify(records: &[AuditRecord], head: &ChainHead) -> Result<(), Tampered> {
    let mut previous = "";
    for (expected, record) in (1..).zip(records) {
        if record.sequence != expected
            || record.device != head.device
            || record.previous != previous
        {
            return Err(Tampered::Missing { sequence: expected });
        }
        if record.hash != record.expected_hash() {
            return Err(Tampered::Changed { sequence: expected });
        }
        previous = &record.hash;
    }
    let last = records.last().map_or(0, |record| record.sequence);
    if last != head.sequence || previous != head.hash {
        return Err(Tampered::WrongEnd { sequence: last });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn chain(length: u32) -> (Vec<AuditRecord>, ChainHead) {
        let device = DeviceId(Uuid::from_u128(7));
        let mut records: Vec<AuditRecord> = Vec::new();
        for sequence in 1..=length {
            let mut record = AuditRecord {
                sequence,
                device,
                member: MemberId(Uuid::from_u128(9)),
                at: Timestamp::from_millisecond(i64::from(sequence) * 1_000).unwrap(),
                operation: "version.edit".to_owned(),
                object: "version 1".to_owned(),
                before: Some(json!({"text": "one"})),
                after: None,
                previous: records
                    .last()
                    .map_or(String::new(), |last| last.hash.clone()),
                hash: String::new(),
            };
            record.hash = record.expected_hash();
            records.push(record);
        }
        let hash = records
            .last()
            .map_or(String::new(), |last| last.hash.clone());
        let head = ChainHead {
            device,
            sequence: length,
            hash,
        };
        (records, head)
    }

    fn check(tamper: impl Fn(&mut Vec<AuditRecord>), expect: Result<(), Tampered>) {
        let (mut records, head) = chain(4);
        tamper(&mut records);
        assert_eq!(verify(&records, &head), expect);
    }

    #[test]
    fn an_untouched_chain_holds_and_so_does_an_empty_one() {
        check(|_| (), Ok(()));
        let (records, head) = chain(0);
        assert_eq!(verify(&records, &head), Ok(()));
    }

    #[test]
    fn a_change_in_any_field_is_found_at_its_record() {
        let changed = Err(Tampered::Changed { sequence: 2 });
        check(|r| r[1].member = MemberId(Uuid::from_u128(8)), changed);
        check(|r| r[1].at = Timestamp::UNIX_EPOCH, changed);
        check(|r| r[1].operation.push('x'), changed);
        check(|r| r[1].object.push('x'), changed);
        check(|r| r[1].before = Some(json!({"text": "two"})), changed);
        check(|r| r[1].before = None, changed);
        check(|r| r[1].after = Some(serde_json::Value::Null), changed);
        check(|r| r[1].hash = r[0].hash.clone(), changed);
        let misplaced = Err(Tampered::Missing { sequence: 2 });
        check(|r| r[1].sequence = 3, misplaced);
        check(|r| r[1].device = DeviceId(Uuid::from_u128(8)), misplaced);
        check(|r| r[1].previous = r[1].hash.clone(), misplaced);
    }

    #[test]
    fn a_record_changed_with_its_hash_breaks_the_next() {
        let forge = |r: &mut Vec<AuditRecord>| {
            r[1].object.push('x');
            r[1].hash = r[1].expected_hash();
        };
        check(forge, Err(Tampered::Missing { sequence: 3 }));
    }

    #[test]
    fn a_missing_doubled_or_swapped_record_is_found_at_either_end_too() {
        check(
            |r| drop(r.remove(0)),
            Err(Tampered::Missing { sequence: 1 }),
        );
        check(
            |r| drop(r.remove(2)),
            Err(Tampered::Missing { sequence: 3 }),
        );
        check(|r| drop(r.pop()), Err(Tampered::WrongEnd { sequence: 3 }));
        check(|r| r.clear(), Err(Tampered::WrongEnd { sequence: 0 }));
        check(|r| r.swap(1, 2), Err(Tampered::Missing { sequence: 2 }));
        check(
            |r| r.insert(1, r[0].clone()),
            Err(Tampered::Missing { sequence: 2 }),
        );
    }
}
