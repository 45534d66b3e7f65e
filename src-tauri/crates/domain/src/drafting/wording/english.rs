//! English.

use super::Wording;

#[rustfmt::skip]
pub(super) static WORDING: Wording = Wording {
    reader: &["you", "your"],
    late: &["if", "when", "unless", "sorry", "otherwise", "once", "also"],
    known: &["the"],
    articles: &["the", "a", "an"],
    priced: &["cost", "costs", "price", "prices", "priced", "charge", "from", "starts", "start", "pay", "for", "off", "save"],
    price: &["cost", "costs", "price", "prices", "priced"],
    bounds: &["over", "under", "than", "above", "below", "least", "most"],
    negative: &[
        "aren't", "broken", "can't", "cannot", "closed", "complaint", "damaged", "doesn't", "don't", "except", "excluded", "excluding", "fault", "isn't", "late", "later", "missed", "nobody", "none", "not", "nothing", "penalty", "refuse", "unavailable", "unless", "won't",
    ],
    none: &["no", "never"],
    needed: &["needed", "required", "necessary", "minimum", "need"],
    yes_no: &["Yes.", "No.", "Yes!", "No!"],
    things: &["a", "an", "the", "your", "our", "one", "two", "three", "any", "all", "each"],
    persons: &["she", "he", "her", "his", "they", "their"],
    times: &["in", "on", "at", "by"],
    new: &["new", "launch", "launches", "launching", "introduce", "introducing"],
    own: &["our", "my"],
    counting: &["first", "second", "third", "last", "next", "hundred", "thousand", "million"],
    others: &["they", "them", "their", "people", "readers", "customers"],
    leaning: &["it", "this", "them", "that"],
    to_brand: &["you", "your", "i", "my", "me", "we", "our"],
    first_person: &["we", "us", "our", "let's", "we'll", "we're"],
    possessives: ["our", "my"],
    link: &["link", "website", "site's", "url", "webseite", "webpage"],
    joining: &["of", "on", "in", "to", "for", "the", "and", "with", "at"],
    claims: &[
        "always", "award", "best", "better", "bestselling", "cheap", "cheaper", "cheapest", "easiest", "every", "everyone", "famous", "fast", "faster", "fastest", "favorite", "favourite", "finally", "finest", "free", "fresh", "guarantee", "guaranteed", "largest", "last", "leading", "limited", "month", "never", "new", "now", "only", "perfect", "popular", "quick", "quicker", "quickest", "remains", "saves", "season", "soon", "still", "today", "tomorrow", "tonight", "trusted", "unique", "week", "weekend", "winning", "year", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "spring", "summer", "autumn", "winter", "christmas", "easter", "half", "double", "first", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen", "hundred", "thousand", "this", "these", "that", "it", "they", "them", "he", "she", "here", "there", "why", "yours", "mine", "ours", "one", "ones", "so", "yet", "again", "back", "instead", "otherwise", "both",
    ],
    presupposing: &["did you know", "why ", "tired of", "who said", "how come", "guess", "remember when", "don't you", "isn't", "aren't", "who knew", "and "],
    presupposed: &[" our ", " we "],
    clauses_apart: false,
    quotes: ['\u{201c}', '\u{201d}'],
};
