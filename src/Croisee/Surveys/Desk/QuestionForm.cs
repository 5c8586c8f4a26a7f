using System.ComponentModel.DataAnnotations;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.Desk;

/// <summary>The form of one question: one line an answer or a phrase, its easy twin and its words for who answers in a person's place on the same line of the fields beside.</summary>
public sealed class QuestionForm
{
    const string TooLong = "Ce texte est trop long.";
    const int LinesMax = 8000;

    [Required(ErrorMessage = "Choisissez comment on y répond.")] public QuestionKind? Kind { get; set; }
    [Required(ErrorMessage = "Choisissez une partie.")] public string? Section { get; set; }
    [Required(ErrorMessage = "Écrivez la question."), StringLength(Wording.TextMax, ErrorMessage = TooLong)] public string? Text { get; set; }
    [StringLength(Wording.TextMax, ErrorMessage = TooLong)] public string? Easy { get; set; }
    [StringLength(Wording.TextMax, ErrorMessage = TooLong)] public string? Proxy { get; set; }
    public string? Picture { get; set; }
    [StringLength(Wording.TextMax, ErrorMessage = TooLong)] public string? Help { get; set; }
    [StringLength(Wording.TextMax, ErrorMessage = TooLong)] public string? HelpEasy { get; set; }
    public string? Scale { get; set; }
    [StringLength(LinesMax, ErrorMessage = TooLong)] public string? Lines { get; set; }
    [StringLength(LinesMax, ErrorMessage = TooLong)] public string? EasyLines { get; set; }
    [StringLength(LinesMax, ErrorMessage = TooLong)] public string? ProxyLines { get; set; }
    /// <summary>« Je ne sais pas » and « Je ne veux pas répondre » (SCL-R1).</summary>
    public bool Silent { get; set; } = true;
    public List<string> Traits { get; set; } = [];
    public int? Least { get; set; }
    public int? Most { get; set; }
    /// <summary>« champ|réponse »; empty shows the question to everybody, « garder » leaves a condition that this form cannot say.</summary>
    public string? Condition { get; set; }

    public const string Required = "obligatoire", Shuffled = "melanger", Sensitive = "sensible", Describes = "decrit", KeepCondition = "garder";

    public static QuestionForm Of(AskedQuestion question, string section)
    {
        var lines = (question.Kind is QuestionKind.Matrix ? question.Items.Select(i => i.Text) : question.Options.Where(o => !o.Silent).Select(o => o.Text)).ToList();
        string? Beside(Func<Wording, string?> twin) => lines.Exists(l => twin(l) is not null) ? string.Join('\n', lines.Select(l => Flat(twin(l)))) : null;
        return new QuestionForm
        {
            Kind = question.Kind, Section = section, Text = question.Text.Text, Easy = question.Text.Easy, Proxy = question.Text.Proxy, Picture = question.Text.Picture, Help = question.Help?.Text, HelpEasy = question.Help?.Easy, Scale = question.Scale,
            Lines = string.Join('\n', lines.Select(l => Flat(l.Text))), EasyLines = Beside(l => l.Easy), ProxyLines = Beside(l => l.Proxy),
            Silent = question.Options.Count == 0 || question.Options.Any(o => o.Silent), Least = question.Least, Most = question.Most,
            Traits = [.. new[] { (question.Required, Required), (question.Shuffled, Shuffled), (question.Sensitive, Sensitive), (question.Describes, Describes) }.Where(t => t.Item1).Select(t => t.Item2)],
            Condition = question.ShownIf switch { null => null, Chosen chosen => $"{chosen.Field}|{chosen.Option}", _ => KeepCondition },
        };
    }

    /// <param name="before">The question as it was, whose codes stay: answers name them.</param>
    /// <param name="ever">What is never given again.</param>
    public AskedQuestion Write(string code, AskedQuestion? before, UsedCodes ever)
    {
        var kind = Kind!.Value;
        return new AskedQuestion(code, kind, (before?.Text ?? new Wording("")) with { Text = Text!.Trim(), Easy = None(Easy), Proxy = None(Proxy), Picture = None(Picture) })
        {
            Help = None(Help) is { } help ? (before?.Help ?? new Wording("")) with { Text = help, Easy = None(HelpEasy) } : null,
            Scale = kind.HasScale() ? Scale : null,
            Options = kind.HasOptions() ? Options(code, before, ever) : [],
            Items = kind is QuestionKind.Matrix ? Items(code, before, ever) : [],
            Required = Traits.Contains(Required), Shuffled = Traits.Contains(Shuffled), Sensitive = Traits.Contains(Sensitive), Describes = Traits.Contains(Describes),
            Least = Least, Most = Most, Far = before?.Far,
            ShownIf = Condition == KeepCondition ? before?.ShownIf : Condition?.Split('|') is [{ Length: > 0 } field, { Length: > 0 } option] ? new Chosen(field, option) : null,
        };
    }

    List<AnswerOption> Options(string code, AskedQuestion? before, UsedCodes ever)
    {
        var options = new List<AnswerOption>();
        var known = before?.Options.Where(o => !o.Silent).ToList() ?? [];
        var lines = Paired().ToList();
        var was = SameLines.Match([.. known.Select(o => Flat(o.Text.Text)!)], [.. lines.Select(l => l.Text)]);
        foreach (var (line, old) in lines.Zip(was))
        {
            var same = old is { } place ? known[place] : null;
            options.Add(new AnswerOption(same?.Code ?? Free(options, code, before, ever, line.At), Rewritten(same?.Text, line)));
        }
        if (Silent) options.AddRange(before?.Options.Any(o => o.Silent) is true ? before.Options.Where(o => o.Silent) : [new("NSP", new Wording("Je ne sais pas") { Picture = "ne-sait-pas" }, Silent: true), new("NVPR", new Wording("Je ne veux pas répondre") { Picture = "arreter" }, Silent: true)]);
        return options;
    }

    static string Free(List<AnswerOption> options, string code, AskedQuestion? before, UsedCodes ever, int at)
    {
        var taken = options.Select(o => o.Code).Concat(before?.Options.Select(o => o.Code) ?? []).ToHashSet(UsedCodes.Same);
        while (taken.Contains($"R{at}") || ever.Has(code, $"R{at}")) at++;
        return $"R{at}";
    }

    List<MatrixItem> Items(string code, AskedQuestion? before, UsedCodes ever)
    {
        var items = new List<MatrixItem>();
        var known = before?.Items ?? [];
        var lines = Paired().ToList();
        var was = SameLines.Match([.. known.Select(i => Flat(i.Text.Text)!)], [.. lines.Select(l => l.Text)]);
        foreach (var (line, old) in lines.Zip(was))
        {
            var number = line.At;
            while (items.Concat(before?.Items ?? []).Any(i => UsedCodes.Same.Equals(i.Code, $"{code}_{number}")) || ever.Has($"{code}_{number}")) number++;
            var same = old is { } place ? known[place] : null;
            items.Add(new MatrixItem(same?.Code ?? $"{code}_{number}", Rewritten(same?.Text, line)) { Far = same?.Far });
        }
        return items;
    }

    readonly record struct Line(string Text, string? Easy, string? Proxy, int At);

    /// <summary>Line by line: an empty one beside an answer leaves it without that twin. A line left empty in both fields is only air.</summary>
    IEnumerable<Line> Paired()
    {
        var (easy, proxy) = (new Twins(EasyLines), new Twins(ProxyLines));
        var at = 0;
        foreach (var text in Split(Lines))
        {
            var (easily, forAnother) = (easy.Beside(text), proxy.Beside(text));
            if (text.Length > 0) yield return new(text, easily, forAnother, ++at);
        }
    }

    /// <summary>What stands beside the lines, in another field.</summary>
    sealed class Twins(string? lines)
    {
        readonly string[] lines = Split(lines);
        int beside;

        public string? Beside(string text)
        {
            var twin = None(lines.ElementAtOrDefault(beside));
            if (text.Length > 0 || twin is null) beside++;
            return twin;
        }
    }

    static string[] Split(string? lines) => (lines ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries);

    /// <summary>On one line, as the form shows it; a text that came in several keeps them while nobody changes it.</summary>
    static string? Flat(string? text) => text is null ? null : string.Join(' ', Split(text)).Trim();

    static Wording Rewritten(Wording? before, Line line)
    {
        string? Kept(string? was, string? now) => Flat(was) == now ? was : now;
        return before is null ? new Wording(line.Text) { Easy = line.Easy, Proxy = line.Proxy } : before with { Text = Kept(before.Text, line.Text)!, Easy = Kept(before.Easy, line.Easy), Proxy = Kept(before.Proxy, line.Proxy) };
    }

    static string? None(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
