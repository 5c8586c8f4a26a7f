using Croisee.Surveys.Content;

namespace Croisee.Tests.Surveys.Exchange;

/// <summary>Questionnaires of every shape that our document has, from a seed: the same seed, the same questionnaire.</summary>
sealed class MadeContent
{
    static readonly string[] Texts = ["Vous venez ?", "=1+1", "@SUM(A1:A9)", "-2", "+33", "\tOnglet", "<script>alert(1)</script>", "<b>gras</b> & 3 < 5", "${autre}", "Deux\nlignes", "« é » ’ œ", "_x0041_", "🙂 👩🏽‍🦽", "l'un \"ou\" l'autre", "deux  espaces", "{{7*7}}", "&amp;", "مرحبا", "1"];
    static readonly string[] Tags = ["ar", "en", "uk"];

    readonly Random random;
    readonly List<AskedQuestion> before = [];
    readonly string[] tags;
    int number;

    MadeContent(int seed)
    {
        random = new Random(seed);
        tags = [.. Tags.Where(_ => random.Next(3) == 0)];
    }

    public static QuestionnaireContent Of(int seed)
    {
        var made = new MadeContent(seed);
        // A title and a help have no picture in other tools.
        return new QuestionnaireContent(made.Words(plain: true))
        {
            About = made.Maybe(() => made.Words()), Thanks = made.Maybe(() => made.Words()), Credit = Credit.Of(made.Maybe(made.Text), made.Maybe(made.Text), made.Maybe(made.Text)),
            Sections = [.. Enumerable.Range(1, made.random.Next(1, 4)).Select(made.Section)],
            Languages = [.. made.tags.Select(t => new LanguageState(t, "Langue " + t, TranslationState.Draft, t == "ar"))],
        };
    }

    T? Maybe<T>(Func<T> make) where T : class => random.Next(3) == 0 ? make() : null;

    bool Sometimes => random.Next(4) == 0;

    string Text() => (Texts[random.Next(Texts.Length)] + (random.Next(2) == 0 ? "" : " " + Texts[random.Next(Texts.Length)])).Trim();

    Wording Words(bool plain = false)
    {
        var translated = tags.Where(_ => random.Next(2) == 0).ToDictionary(t => t, _ => Text());
        return new Wording(Text()) { Easy = Maybe(Text), Proxy = Maybe(Text), Picture = plain ? null : Maybe(() => "maison"), Audio = plain ? null : Maybe(() => "a.mp3"), In = translated.Count > 0 ? translated : null };
    }

    Section Section(int at)
    {
        var shown = Maybe(() => Condition(0)!);
        return new("p" + at) { Title = Maybe(() => Words()), ShownIf = shown, Questions = [.. Enumerable.Range(0, random.Next(1, 5)).Select(i => at == 1 && i == 0 ? Question(QuestionKind.Scale) : Question((QuestionKind)random.Next(11)))] };
    }

    AskedQuestion Question(QuestionKind kind)
    {
        var code = "q" + ++number;
        var question = new AskedQuestion(code, kind, Words())
        {
            Help = Maybe(() => Words(plain: true)), ShownIf = Maybe(() => Condition(0)!), Required = kind is not QuestionKind.Information && Sometimes, Sensitive = Sometimes, Describes = Sometimes,
            Scale = kind.HasScale() ? Scales.Each.ElementAt(random.Next(8)).Code : null,
            Options = kind.HasOptions() ? [.. Enumerable.Range(1, random.Next(2, 6)).Select(i => new AnswerOption("R" + i, Words(), Silent: i > 2 && Sometimes))] : [],
            Items = kind is QuestionKind.Matrix ? [.. Enumerable.Range(1, random.Next(1, 4)).Select(i => new MatrixItem($"{code}_{i}", Words()))] : [],
            Shuffled = kind.HasOptions() && Sometimes,
        };
        if (kind is QuestionKind.Number) question = question with { Least = Sometimes ? random.Next(-9, 3) : null, Most = Sometimes ? random.Next(3, 99) : null };
        if (kind is QuestionKind.Multiple or QuestionKind.Ranking) question = question with { Least = Sometimes ? 1 : null, Most = Sometimes ? 2 : null };
        before.Add(question);
        return question;
    }

    /// <summary>About what stands before; null while nothing does.</summary>
    Condition? Condition(int depth)
    {
        var fields = before.SelectMany(q => q.Fields()).ToList();
        if (fields.Count == 0) return null;
        if (depth < 3 && random.Next(3) == 0)
        {
            List<Condition> parts = [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => Condition(depth + 1)!)];
            return random.Next(3) switch { 0 => new AllOf(parts), 1 => new AnyOf(parts), _ => new Not(parts[0]) };
        }
        var field = fields[random.Next(fields.Count)];
        var kind = field.Question.Kind;
        return random.Next(3) switch
        {
            0 when kind is QuestionKind.Multiple => new Counted(field.Code, (Comparison)random.Next(5), random.Next(1, 3)),
            0 when kind is QuestionKind.Number => new Compared(field.Code, (Comparison)random.Next(5), random.Next(-3, 9)),
            1 when kind.IsClosed() => new Chosen(field.Code, field.Question.Choices().ElementAt(random.Next(field.Question.Choices().Count()))),
            _ => new Answered(field.Code),
        };
    }
}
