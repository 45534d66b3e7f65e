//! The English bank. Every line was read aloud by itself and in front of facts of several trades: it must
//! be plain, whole, true of any brand, and worth its place.

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
    line(Hook, EASY, NEWS, &[New], "New: {topic}."),
    line(Hook, STRICT, NEWS, &[New], "Introducing {the topic}."),
    line(Hook, WARM, NEWS, &[New], "Say hello to {the topic}."),
    line(Hook, WARM, NEWS, &[New], "Meet {the topic}."),
    line(Hook, WARM, TALK, &[], "Let's talk about {the topic}."),
    line(Hook, EASY, OFFER, &[Sale], "Looking for {a topic}?"),
    line(Hook, EASY, OFFER, &[Sale], "Need {a topic}?"),
    line(Hook, ALL, OFFER, &[Sale], "Thinking about {a topic}?"),
    line(Hook, DRESSED, OFFER, &[Sale], "Considering {a topic}?"),
    line(Hook, EASY, ANY, &[], "{Audience}, this one is for you."),
    line(Hook, EASY, ANY, &[], "{Audience}, one for your notes."),
    line(Hook, ALL, ANY, &[], "A note for {audience}."),
    line(Hook, STRICT, ANY, &[], "For {audience}."),
    line(Hook, STRICT, TALK, &[Event, Date], "A date for the diary."),
    line(Hook, EASY, TALK, &[Event, Date], "One for the diary."),
    line(Hook, WARM, TALK, &[Event, Date], "Got your diary to hand?"),
    line(Hook, ALL, INSIDE, &[], "Behind the scenes."),
    line(Hook, EASY, INSIDE, &[], "A look behind the scenes."),
    line(Hook, STRICT, INSIDE, &[], "How the work is done."),
    line(Hook, WARM, INSIDE, &[], "Come and look over our shoulder."),
    line(Hook, EASY, REPLY, &[Answer], "Short question, short answer."),
    line(Hook, STRICT, LESSON, &[Numbered], "A short guide."),
    line(Hook, EASY, LESSON, &[Numbered], "One to save for later."),

    // Before a list of facts.
    line(Facts, ALL, ANY, &[], "Good to know:"),
    line(Facts, ALL, ANY, &[], "In short:"),
    line(Facts, ALL, ANY, &[], "Also worth knowing:"),
    line(Facts, ALL, ANY, &[], "The details:"),
    line(Facts, ALL, ANY, &[], "At a glance:"),
    line(Facts, ALL, ANY, &[], "In detail:"),
    line(Facts, ALL, ANY, &[], "What to know:"),
    line(Facts, ALL, ANY, &[], "The facts:"),

    // Before numbered steps.
    line(Steps, ALL, ANY, &[], "Step by step:"),
    line(Steps, ALL, ANY, &[], "The steps:"),
    line(Steps, ALL, ANY, &[], "In this order:"),
    line(Steps, ALL, ANY, &[], "Here is how:"),
    line(Steps, ALL, ANY, &[], "How to do it:"),
    line(Steps, ALL, ANY, &[], "The steps, in order:"),
    line(Steps, ALL, ANY, &[], "This is how it goes:"),
    line(Steps, ALL, ANY, &[], "From start to finish:"),

    // Before the first step alone.
    line(FirstStep, ALL, ANY, &[], "The first step:"),
    line(FirstStep, ALL, ANY, &[], "It starts like this:"),
    line(FirstStep, ALL, ANY, &[], "Where to start:"),
    line(FirstStep, ALL, ANY, &[], "Begin here:"),
    line(FirstStep, ALL, ANY, &[], "How it starts:"),
    line(FirstStep, ALL, ANY, &[], "First of all:"),
    line(FirstStep, ALL, ANY, &[], "Start here:"),
    line(FirstStep, ALL, ANY, &[], "The beginning:"),

    // Before terms.
    line(Terms, ALL, ANY, &[], "The terms:"),
    line(Terms, ALL, ANY, &[], "The details:"),
    line(Terms, ALL, ANY, &[], "Before you order:"),
    line(Terms, ALL, ANY, &[], "For planning:"),
    line(Terms, ALL, ANY, &[], "Good to know:"),
    line(Terms, ALL, ANY, &[], "The practical part:"),
    line(Terms, ALL, ANY, &[], "Terms, in plain words:"),
    line(Terms, ALL, ANY, &[], "What to plan with:"),

    // Before a customer's words; used only where the fact is a testimonial or a customer's story.
    line(Proof, ALL, ANY, &[], "From a customer:"),
    line(Proof, ALL, ANY, &[], "In a customer's words:"),
    line(Proof, ALL, ANY, &[], "A customer's view:"),
    line(Proof, ALL, ANY, &[], "How a customer puts it:"),
    line(Proof, ALL, ANY, &[], "What a customer says:"),
    line(Proof, ALL, ANY, &[], "Seen from the other side:"),
    line(Proof, ALL, ANY, &[], "In practice:"),
    line(Proof, ALL, ANY, &[], "An example:"),

    // Questions to the reader.
    line(Question, ALL, ANY, &[], "What would you like to know about {the topic}?"),
    line(Question, ALL, ANY, &[], "What would you like us to explain next?"),
    line(Question, ALL, INSIDE, &[], "Which part would you like to see up close?"),
    line(Question, ALL, ANY, &[], "Is there anything you would like to ask us?"),
    line(Question, EASY, ANY, &[], "What would you ask us?"),
    line(Question, EASY, INSIDE, &[], "Which part is news to you?"),
    line(Question, EASY, LESSON, &[], "Do you do it differently?"),
    line(Question, ALL, LESSON, &[], "How do you do it?"),
    line(Question, EASY, ANY, &[], "What should we show you next?"),
    line(Question, STRICT, INSIDE, &[], "Which step should we explain next?"),
    line(Question, DRESSED, ANY, &[], "Which questions may we answer?"),
    line(Question, DRESSED, ANY, &[], "What would help you to decide?"),
    line(Question, DRESSED, REPLY, &[], "Which question should we answer next?"),
    line(Question, WARM, ANY, &[], "Curious about something else?"),

    // Calls to action: the last line.
    line(CallToAction, EASY, ANY, &[], "Questions? Send us a message."),
    line(CallToAction, EASY, ANY, &[], "Questions? Ask them in the comments."),
    line(CallToAction, EASY, ANY, &[], "Want to know more? Send us a message."),
    line(CallToAction, EASY, SELL, &[], "Want to know more about {the topic}? Ask us."),
    line(CallToAction, EASY, OFFER, &[Sale], "Need {a topic}? Send us a message."),
    line(CallToAction, EASY, SELL, &[Sale], "Sounds useful? Send us a message."),
    line(CallToAction, EASY, SELL, &[Sale], "Want the details? Send us a message."),
    line(CallToAction, EASY, SELL, &[Sale], "Ask us about {the topic}."),
    line(CallToAction, EASY, OFFER, &[Sale], "Interested? Send us a message."),
    line(CallToAction, WARM, SELL, &[Sale], "Does that sound like you? Send us a message."),
    line(CallToAction, WARM, SELL, &[], "Know someone who needs this? Pass it on."),
    line(CallToAction, EASY, GIVE, &[], "Save this for later."),
    line(CallToAction, EASY, LESSON, &[Numbered], "Save this for the next time you need it."),
    line(CallToAction, EASY, LESSON, &[Numbered], "Stuck on a step? Ask us in the comments."),
    line(CallToAction, EASY, GIVE, &[], "Know someone who needs this? Send it to them."),
    line(CallToAction, EASY, REPLY, &[], "Got another question? Ask it in the comments."),
    line(CallToAction, EASY, REPLY, &[], "Is there something else you want to know? Ask us."),
    line(CallToAction, EASY, ANY, &[Event], "Who would you bring along?"),
    line(CallToAction, EASY, ANY, &[Event], "Would you like to come? Send us a message."),
    line(CallToAction, EASY, ANY, &[Event], "Who should see this? Pass it on."),
    line(CallToAction, ALL, ANY, &[Event, Date], "Please note the date."),
    line(CallToAction, DRESSED, ANY, &[Event], "Would you like to attend? Please contact us."),
    line(CallToAction, EASY, INSIDE, &[], "Ask us anything about it in the comments."),
    line(CallToAction, EASY, INSIDE, &[], "Curious? Ask us in the comments."),
    line(CallToAction, DRESSED, ANY, &[], "If you have questions, please contact us."),
    line(CallToAction, DRESSED, ANY, &[], "For details, please contact us."),
    line(CallToAction, DRESSED, ANY, &[], "Please send us your questions."),
    line(CallToAction, DRESSED, ANY, &[], "Please write to us if you would like to know more."),
    line(CallToAction, DRESSED, SELL, &[Sale], "Please tell us what you need."),
    line(CallToAction, DRESSED, SELL, &[], "For questions about {the topic}, please contact us."),
    line(CallToAction, DRESSED, SELL, &[Sale], "If you need {a topic}, please contact us."),
    line(CallToAction, DRESSED, GIVE, &[], "Please keep this for reference."),
    line(CallToAction, DRESSED, GIVE, &[], "Please share this with anyone who may need it."),
    line(CallToAction, DRESSED, ANY, &[], "Questions are welcome in the comments."),
];
