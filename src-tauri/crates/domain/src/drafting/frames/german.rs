//! The German bank. Every line was read aloud by itself, with each form of address, and in front of facts of
//! several trades: it must be plain, whole, true of any brand, and worth its place.

use super::Need::{Answer, Date, Event, New, Sale, Steps as Numbered};
use super::Register::{Formal, Friendly, Plain};
use super::Use::{CallToAction, Facts, FirstStep, Hook, Proof, Question, Steps, Terms};
use super::{Frame, Need, Register, Use};

const ALL: &[Register] = &[Plain, Friendly, Formal];
const EASY: &[Register] = &[Plain, Friendly];
const STRICT: &[Register] = &[Plain, Formal];
const WARM: &[Register] = &[Friendly];
const DRESSED: &[Register] = &[Formal];

const ANY: &[&str] = &[];
const NEWS: &[&str] = &["announcement"];
const LESSON: &[&str] = &["how-to"];
const OFFER: &[&str] = &["offer"];
const INSIDE: &[&str] = &["behind-the-scenes"];
const REPLY: &[&str] = &["faq", "faq-answer"];
const TALK: &[&str] = &["announcement", "behind-the-scenes", "offer", "general"];
const GIVE: &[&str] = &["how-to", "faq", "faq-answer"];
const SELL: &[&str] = &["announcement", "offer", "general"];

const fn line(
    used_as: Use,
    registers: &'static [Register],
    goals: &'static [&'static str],
    needs: &'static [Need],
    text: &'static str,
) -> Frame {
    Frame {
        used_as,
        registers,
        goals,
        needs,
        text,
    }
}

#[rustfmt::skip]
pub(super) static BANK: &[Frame] = &[
    // Hooks: one short line before the lead.
    line(Hook, EASY, NEWS, &[New], "Neu: {topic}."),
    line(Hook, ALL, NEWS, &[New], "Neu bei uns: {topic}."),
    line(Hook, DRESSED, NEWS, &[New], "Wir stellen vor: {topic}."),
    line(Hook, WARM, NEWS, &[New], "Wir haben Neuigkeiten: {topic}."),
    line(Hook, WARM, TALK, &[], "Reden wir über {den topic}."),
    line(Hook, EASY, OFFER, &[Sale], "{Suchst du} {einen topic}?"),
    line(Hook, EASY, OFFER, &[Sale], "{Brauchst du} {einen topic}?"),
    line(Hook, DRESSED, OFFER, &[Sale], "{Überlegst du}, ob {ein topic} das Richtige ist?"),
    line(Hook, EASY, ANY, &[], "Für alle {audience}."),
    line(Hook, ALL, ANY, &[], "Ein Hinweis für {audience}."),
    line(Hook, EASY, ANY, &[], "Eine Notiz für {audience}."),
    line(Hook, STRICT, ANY, &[], "Für {audience}."),
    line(Hook, ALL, TALK, &[Event, Date], "Ein Termin für den Kalender."),
    line(Hook, EASY, TALK, &[Event, Date], "Zum Vormerken."),
    line(Hook, DRESSED, TALK, &[Event, Date], "Bitte vormerken."),
    line(Hook, WARM, TALK, &[Event, Date], "{Hast du} den Kalender zur Hand?"),
    line(Hook, ALL, INSIDE, &[], "Hinter den Kulissen."),
    line(Hook, EASY, INSIDE, &[], "Ein Blick hinter die Kulissen."),
    line(Hook, STRICT, INSIDE, &[], "So wird bei uns gearbeitet."),
    line(Hook, WARM, INSIDE, &[], "{Schau} uns über die Schulter."),
    line(Hook, EASY, REPLY, &[Answer], "Kurze Frage, kurze Antwort."),
    line(Hook, STRICT, LESSON, &[Numbered], "Eine kurze Anleitung."),
    line(Hook, EASY, LESSON, &[Numbered], "Zum Aufheben für später."),
    line(Hook, DRESSED, REPLY, &[Answer], "Eine Frage, die uns erreicht hat."),
    line(Hook, DRESSED, TALK, &[], "Einige Worte über {den topic}."),

    // Before a list of facts.
    line(Facts, ALL, ANY, &[], "Gut zu wissen:"),
    line(Facts, ALL, ANY, &[], "Kurz gesagt:"),
    line(Facts, ALL, ANY, &[], "Auf einen Blick:"),
    line(Facts, ALL, ANY, &[], "Im Einzelnen:"),
    line(Facts, ALL, ANY, &[], "Die Einzelheiten:"),
    line(Facts, ALL, ANY, &[], "Im Überblick:"),
    line(Facts, ALL, ANY, &[], "Die Eckdaten:"),
    line(Facts, ALL, ANY, &[], "In Stichworten:"),

    // Before numbered steps.
    line(Steps, ALL, ANY, &[], "Schritt für Schritt:"),
    line(Steps, ALL, ANY, &[], "So geht es:"),
    line(Steps, ALL, ANY, &[], "Die Schritte:"),
    line(Steps, ALL, ANY, &[], "In dieser Reihenfolge:"),
    line(Steps, ALL, ANY, &[], "Der Reihe nach:"),
    line(Steps, ALL, ANY, &[], "Von Anfang bis Ende:"),
    line(Steps, ALL, ANY, &[], "So wird es gemacht:"),
    line(Steps, ALL, ANY, &[], "Der Ablauf:"),

    // Before the first step alone.
    line(FirstStep, ALL, ANY, &[], "Der erste Schritt:"),
    line(FirstStep, ALL, ANY, &[], "So fängt es an:"),
    line(FirstStep, ALL, ANY, &[], "Als Erstes:"),
    line(FirstStep, ALL, ANY, &[], "Zu Beginn:"),
    line(FirstStep, ALL, ANY, &[], "Der Anfang:"),
    line(FirstStep, ALL, ANY, &[], "Zum Einstieg:"),
    line(FirstStep, ALL, ANY, &[], "Los geht es so:"),
    line(FirstStep, ALL, ANY, &[], "Am Anfang steht:"),

    // Before terms.
    line(Terms, ALL, ANY, &[], "Die Bedingungen:"),
    line(Terms, ALL, ANY, &[], "Die Einzelheiten:"),
    line(Terms, ALL, ANY, &[], "Gut zu wissen:"),
    line(Terms, ALL, ANY, &[], "Für die Planung:"),
    line(Terms, ALL, ANY, &[], "Vor der Bestellung:"),
    line(Terms, ALL, ANY, &[], "Das Praktische:"),
    line(Terms, ALL, ANY, &[], "Die Eckdaten:"),
    line(Terms, ALL, ANY, &[], "Zum Einplanen:"),

    // Before a customer's words; used only where the fact is a testimonial or a customer's story.
    line(Proof, ALL, ANY, &[], "Eine Kundenstimme:"),
    line(Proof, ALL, ANY, &[], "Eine Stimme aus der Kundschaft:"),
    line(Proof, ALL, ANY, &[], "Aus der Kundschaft:"),
    line(Proof, ALL, ANY, &[], "Aus der Praxis:"),
    line(Proof, ALL, ANY, &[], "Eine Rückmeldung:"),
    line(Proof, ALL, ANY, &[], "Von der anderen Seite gesehen:"),
    line(Proof, ALL, ANY, &[], "In den Worten der Kundschaft:"),
    line(Proof, ALL, ANY, &[], "Ein Beispiel:"),

    // Questions to the reader.
    line(Question, ALL, ANY, &[], "Was {möchtest du} über {den topic} wissen?"),
    line(Question, ALL, ANY, &[], "Was sollen wir als Nächstes erklären?"),
    line(Question, ALL, ANY, &[], "Welche Frage {hast du} an uns?"),
    line(Question, EASY, ANY, &[], "Was {würdest du} uns fragen?"),
    line(Question, EASY, LESSON, &[], "{Machst du} es anders?"),
    line(Question, ALL, LESSON, &[], "Wie {machst du} es?"),
    line(Question, EASY, INSIDE, &[], "Was davon ist {dir} neu?"),
    line(Question, ALL, INSIDE, &[], "Was {möchtest du} genauer sehen?"),
    line(Question, STRICT, INSIDE, &[], "Welchen Schritt sollen wir als Nächstes erklären?"),
    line(Question, EASY, ANY, &[], "Was sollen wir {dir} als Nächstes zeigen?"),
    line(Question, DRESSED, ANY, &[], "Welche Fragen dürfen wir beantworten?"),
    line(Question, DRESSED, ANY, &[], "Was hilft {dir} bei der Entscheidung?"),
    line(Question, DRESSED, REPLY, &[], "Welche Frage sollen wir als Nächstes beantworten?"),
    line(Question, WARM, ANY, &[], "Neugierig auf etwas anderes?"),

    // Calls to action: the last line.
    line(CallToAction, EASY, ANY, &[], "Fragen? {Schreib} uns."),
    line(CallToAction, EASY, ANY, &[], "Noch Fragen? {Stell} sie in den Kommentaren."),
    line(CallToAction, EASY, ANY, &[], "{Du möchtest} mehr wissen? {Schreib} uns."),
    line(CallToAction, EASY, SELL, &[], "Mehr {zum topic}? {Frag} uns."),
    line(CallToAction, EASY, OFFER, &[Sale], "{Brauchst du} {einen topic}? {Melde dich} bei uns."),
    line(CallToAction, EASY, SELL, &[Sale], "Klingt gut? {Schreib} uns."),
    line(CallToAction, EASY, SELL, &[Sale], "{Frag} uns nach {dem topic}."),
    line(CallToAction, EASY, OFFER, &[Sale], "Interesse? {Melde dich} bei uns."),
    line(CallToAction, EASY, SELL, &[Sale], "Passt das? {Sag} uns Bescheid."),
    line(CallToAction, WARM, SELL, &[], "{Kennst du} jemanden, für den das etwas ist? {Leite} es weiter."),
    line(CallToAction, EASY, GIVE, &[], "{Speichere dir} den Beitrag für später."),
    line(CallToAction, EASY, LESSON, &[Numbered], "{Heb dir} die Anleitung auf."),
    line(CallToAction, EASY, LESSON, &[Numbered], "Ein Schritt ist unklar? {Frag} uns in den Kommentaren."),
    line(CallToAction, EASY, GIVE, &[], "{Kennst du} jemanden, der das wissen möchte? {Schick} den Beitrag weiter."),
    line(CallToAction, EASY, REPLY, &[], "Noch eine Frage? {Stell} sie in den Kommentaren."),
    line(CallToAction, EASY, REPLY, &[], "{Möchtest du} noch etwas wissen? {Frag} uns."),
    line(CallToAction, EASY, ANY, &[Event], "Wen {bringst du} mit?"),
    line(CallToAction, EASY, ANY, &[Event], "{Möchtest du} dabei sein? {Melde dich} bei uns."),
    line(CallToAction, ALL, ANY, &[Event, Date], "{Notier dir} den Termin."),
    line(CallToAction, EASY, ANY, &[Event], "Wer sollte das wissen? {Leite} es weiter."),
    line(CallToAction, DRESSED, ANY, &[Event], "{Möchtest du} teilnehmen? {Melde dich} bitte bei uns."),
    line(CallToAction, EASY, INSIDE, &[], "{Frag} uns in den Kommentaren, was {du} wissen {möchtest}."),
    line(CallToAction, EASY, INSIDE, &[], "Neugierig? {Frag} uns in den Kommentaren."),
    line(CallToAction, DRESSED, ANY, &[], "Bei Fragen {melde dich} bitte bei uns."),
    line(CallToAction, DRESSED, ANY, &[], "Für Einzelheiten {wende dich} bitte an uns."),
    line(CallToAction, DRESSED, ANY, &[], "Bitte {schick} uns {deine} Fragen."),
    line(CallToAction, DRESSED, ANY, &[], "Bitte {schreib} uns, wenn {du} mehr wissen {möchtest}."),
    line(CallToAction, DRESSED, ANY, &[], "Fragen sind in den Kommentaren willkommen."),
    line(CallToAction, DRESSED, SELL, &[Sale], "Was {brauchst du}? Bitte {schreib} uns."),
    line(CallToAction, DRESSED, SELL, &[], "Bei Fragen {zum topic} {wende dich} bitte an uns."),
    line(CallToAction, DRESSED, GIVE, &[], "Bitte {heb} den Beitrag für später auf."),
    line(CallToAction, DRESSED, GIVE, &[], "Bitte {leite} den Beitrag weiter, wenn er jemandem hilft."),
];
