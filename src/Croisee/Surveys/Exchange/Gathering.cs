using System.Globalization;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>
/// The questionnaire that a reader is making, whatever it reads. Conditions wait until every question is known, then may only look back;
/// what is left must be a questionnaire that this house could put to people.
/// </summary>
sealed class Gathering(QuestionnaireFormat format)
{
    sealed record Part(string Code, Wording? Title, string Where, Func<Condition?>? Condition)
    {
        public List<(AskedQuestion Question, string Where, Func<Condition?>? Condition)> Questions { get; } = [];
    }

    /// <summary>Signs of the words of one text before the file is refused: nobody is asked a book.</summary>
    public const int TextMax = 10_000;
    /// <summary>The same with its mark-up, which in files of other tools is often many times its words.</summary>
    const int SourceMax = 64_000;
    /// <summary>Signs of the tag of a language; longer ones are no language (BCP 47 tags in use stay under 36).</summary>
    public const int TagMax = 40;

    readonly List<Part> parts = [];
    readonly Codes codes = new(), partCodes = new();

    public ReadReport Report { get; } = new(format);
    /// <summary>Texts come as HTML, or may: where a format says that they are words, « &lt;b&gt; » is what somebody wrote.</summary>
    public bool Html { get; set; } = format is not QuestionnaireFormat.Fhir;
    public Dictionary<string, string> Languages { get; } = new(StringComparer.Ordinal);

    public string Code(string raw, string where, string stem = "q")
    {
        var code = codes.Take(raw, stem);
        if (code != raw) Report.Say("code", where, $"{raw} → {code}");
        return code;
    }

    /// <summary>« Your stay – The meals »: a group that holds only groups has no part of its own, and its words are said with the first of theirs.</summary>
    public Wording? Joined(Wording? outer, Wording? inner, string where)
    {
        if (outer is null || inner is null) return outer ?? inner;
        var others = inner.In?.Where(t => outer.In?.ContainsKey(t.Key) is true).ToDictionary(t => t.Key, t => Text($"{outer.In![t.Key]} – {t.Value}", where), StringComparer.Ordinal);
        return new Wording(Text($"{outer.Text} – {inner.Text}", where)) { In = others is { Count: > 0 } ? others : null };
    }

    public void Begin(string raw, Wording? title, string where, Func<Condition?>? condition = null)
    {
        var code = partCodes.Take(raw, "p");
        parts.Add(new(code, title, where, condition));
    }

    public void Add(AskedQuestion question, string where, Func<Condition?>? condition = null)
    {
        if (parts.Count == 0) Begin("p1", null, where);
        parts[^1].Questions.Add((Fitting(question, where), where, condition));
    }

    /// <summary>More answers than a question may have: it alone is left, and said, for the sake of the rest of the file.</summary>
    public bool TooMany(int answers, string where)
    {
        if (answers <= AskedQuestion.OptionsMax) return false;
        Report.Say("options", where, $"{answers} réponses");
        return true;
    }

    /// <summary>Bounds that no answer could meet are no bounds: elsewhere they may wait for other answers, here they would keep the file out.</summary>
    AskedQuestion Fitting(AskedQuestion question, string where)
    {
        // Where nearly all answers would be counted apart, nothing would be left to ask: « Oui » and « Sans avis ».
        if (question.Kind.HasOptions() && question.Options.Count > 1 && question.Options.Count(o => !o.Silent) < 2) question = question with { Options = [.. question.Options.Select(o => o with { Silent = false })] };
        if (!(question.Least > question.Most) && !(question.Kind.HasOptions() && question.Least > question.Options.Count(o => !o.Silent))) return question;
        Report.Say(format switch { QuestionnaireFormat.LimeSurvey => "attribute", QuestionnaireFormat.XlsForm => "constraint.unsaid", _ => "control" }, where, $"au moins {question.Least}, au plus {question.Most?.ToString(CultureInfo.InvariantCulture) ?? "sans limite"}");
        return question with { Least = null, Most = null };
    }

    /// <summary>A text in plain words and of a length that can be asked.</summary>
    public string Text(string source, string where, int max = Wording.TextMax)
    {
        void Bounded(int signs, int most) { if (signs > most) throw new UnreadableFile(where, $"Un texte a {signs} signes ; {TextMax} au plus se lisent."); }
        Bounded(source.Length, Html ? SourceMax : TextMax);
        var (text, lost) = Html ? PlainText.Of(source) : (source.ReplaceLineEndings("\n").Trim(), false);
        Bounded(text.Length, TextMax);
        text = ControlSigns.Out(text).Trim();
        if (lost) Report.Say("html", where);
        if (text.Contains("${", StringComparison.Ordinal) || format is QuestionnaireFormat.LimeSurvey && text.Contains('{')) Report.Say("piping", where);
        if (text.Length <= max) return text;
        Report.Say("longtext", where, $"{text.Length} signes, {max} au plus");
        return text[..(char.IsHighSurrogate(text[max - 2]) ? max - 2 : max - 1)] + "…";
    }

    /// <summary>A condition that says something, or none with its reason told.</summary>
    Condition? Settle(Func<Condition?>? wished, HashSet<string> before, string where)
    {
        try
        {
            if (wished?.Invoke() is not { } condition) return null;
            if (condition.Reads.FirstOrDefault(r => !before.Contains(r)) is { } ahead) throw new UnsaidCondition($"elle regarde « {ahead} », qui ne vient pas avant");
            if (condition.Depth > Condition.DepthMax) throw new UnsaidCondition("elle est trop imbriquée");
            Report.Say("condition", where);
            return condition;
        }
        catch (UnsaidCondition unsaid)
        {
            Report.Say("condition.unsaid", where, unsaid.Message);
            return null;
        }
    }

    /// <summary>Neighbours together, the shortest first, until there are as few as can be asked: a title becomes an information, and a part's condition that of each of its questions.</summary>
    List<Part> FewParts(List<Part> filled)
    {
        while (filled.Count > QuestionnaireContent.SectionsMax)
        {
            var at = Enumerable.Range(0, filled.Count - 1).MinBy(i => filled[i].Questions.Count + filled[i + 1].Questions.Count);
            var (first, second) = (filled[at], filled[at + 1]);
            Report.Say("parts", second.Where, second.Title?.Text);
            var both = new Part(first.Code, first.Title, first.Where, null);
            both.Questions.AddRange(first.Questions.Select(q => (q.Question, q.Where, Both(first.Condition, q.Condition))));
            if (second.Title is { } title) both.Questions.Add((new(Code("titre_" + second.Code, second.Where), QuestionKind.Information, title), second.Where, second.Condition));
            both.Questions.AddRange(second.Questions.Select(q => (q.Question, q.Where, Both(second.Condition, q.Condition))));
            filled[at] = both;
            filled.RemoveAt(at + 1);
        }
        return filled;
    }

    static Func<Condition?>? Both(Func<Condition?>? one, Func<Condition?>? other)
    {
        if (one is null || other is null) return one ?? other;
        return () => one() is not { } first ? other() : other() is { } second ? new AllOf([first, second]) : first;
    }

    public ReadQuestionnaire Finish(QuestionnaireContent head)
    {
        var before = new HashSet<string>(StringComparer.Ordinal);
        var sections = new List<Section>();
        foreach (var part in FewParts([.. parts.Where(p => p.Questions.Count > 0)]))
        {
            var shown = Settle(part.Condition, before, part.Where);
            var questions = new List<AskedQuestion>();
            foreach (var (question, where, condition) in part.Questions)
            {
                questions.Add(question with { ShownIf = Settle(condition, before, where) });
                foreach (var field in question.Fields()) before.Add(field.Code);
            }
            sections.Add(new(part.Code) { Title = part.Title, Questions = questions, ShownIf = shown });
        }
        var content = head with
        {
            Sections = sections,
            // Whoever wrote the translations is elsewhere: here somebody reads them again before they are offered (domain 9.5).
            Languages = [.. Languages.Select(l => new LanguageState(l.Key, l.Value, TranslationState.Draft, IsRightToLeft(l.Key)))],
        };
        var faults = ContentFaults.Of(content);
        if (faults.Count == 0) return new(format, content, Report.Lines);
        var places = parts.SelectMany(p => p.Questions).ToLookup(q => q.Question.Code, q => q.Where, StringComparer.Ordinal);
        return new(format, null, [.. faults.Take(50).Select(f => new ReadLine(Fate.Refused, f.Question is { } code ? places[code].FirstOrDefault() ?? code : "fichier", "questionnaire", f.Sentence)), .. Report.Lines.Where(l => l.Fate is Fate.Refused)]);
    }

    public static bool IsRightToLeft(string tag) => tag.Split('-', '_')[0] is "ar" or "fa" or "he" or "ur" or "ps" or "ckb" or "yi";
}
