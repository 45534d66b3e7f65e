/** Numbers and times as a language writes them. */
export function formatsOf(language: string) {
  const english = language === "en";
  // British English: day before month, 24 hours, as the mocks and the brand have it.
  const locale = english ? "en-GB" : language;
  const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const hundredths = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hour12: false });
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" });
  const year = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" });
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
  return {
    tenths: (value: number) => tenths.format(value),
    hundredths: (value: number) => hundredths.format(value),
    whole: (value: number) => whole.format(value),
    /** "+0.9", "−0.4": a real minus sign, as wide as the plus. */
    signed: (value: number) => `${value < 0 ? "−" : "+"}${tenths.format(Math.abs(value))}`,
    time: (at: string) => time.format(new Date(at)),
    date: (at: string) => year.format(new Date(at)),
    /** "25 Mar 11:42" */
    moment: (at: string) => `${day.format(new Date(at))} ${time.format(new Date(at))}`,
    /** "18 min. ago", and a date when that says more. */
    since(at: string, now: number) {
      const minutes = Math.round((new Date(at).getTime() - now) / 60_000);
      if (minutes > -1) return ago.format(0, "second");
      if (minutes > -60) return ago.format(minutes, "minute");
      if (minutes > -60 * 24) return ago.format(Math.round(minutes / 60), "hour");
      if (minutes > -60 * 24 * 7) return ago.format(Math.round(minutes / 60 / 24), "day");
      return year.format(new Date(at));
    },
  };
}
