using System.Globalization;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>The LimeSurvey questions that are answered by choosing.</summary>
sealed partial class LssQuestions
{
    static readonly LssPart[] YesNo = [new("Y", new Wording("Oui")), new("N", new Wording("Non"))];
    static readonly LssPart[] Genders = [new("F", new Wording("Femme")), new("M", new Wording("Homme"))];
    static readonly LssPart[] Trend = [new("I", new Wording("Augmente")), new("S", new Wording("Pareil")), new("D", new Wording("Diminue"))];
    static readonly LssPart[] Uncertain = [.. YesNo, new("U", new Wording("Je ne sais pas"))];

    static LssPart[] Points(int most) => [.. Enumerable.Range(1, most).Select(n => n.ToString(CultureInfo.InvariantCulture)).Select(n => new LssPart(n, new Wording(n)))];

    void Single(LssQuestion from, string survey)
    {
        IReadOnlyList<LssPart> answers = from.Type switch { "Y" => YesNo, "G" => Genders, "5" => Points(5), _ => from.Answers };
        var other = from.Row["other"] is "Y";
        if (answers.Count + (other ? 1 : 0) < 2) { gathering.Report.Say("empty", from.Where); return; }
        if (gathering.TooMany(answers.Count + (other ? 1 : 0), from.Where)) return;
        gathering.Report.Say(from.Type is "!" ? "L" : from.Type, from.Where);
        var question = Bare(from, QuestionKind.Single);
        if (!other && Scale(from, answers) is { } scale)
        {
            question = question with { Kind = QuestionKind.Scale, Scale = scale.Code };
            Knows(from, survey, "", new(question.Code, QuestionKind.Scale, scale.Codes));
        }
        else
        {
            question = Options(from, question, answers, out var codes);
            if (from.Type is "G") question = question with { Describes = true, Options = [.. question.Options, new("NVPR", new Wording("Je ne veux pas répondre") { Picture = "arreter" }, Silent: true)] };
            Knows(from, survey, "", new(question.Code, QuestionKind.Single, codes));
        }
        Put(from, question);
        if (other) Other(from, survey, question);
        if (from.Type is "O") Put(from, new(gathering.Code(from.Name + "_comment", from.Where), QuestionKind.LongText, new Wording("Votre commentaire")));
    }

    KnownScale? Scale(LssQuestion from, IReadOnlyList<LssPart> answers)
    {
        var scale = KnownScale.Of([.. answers.Select(a => (a.Code, a.Text.Text))]);
        if (scale is { SameCodes: false } && from.Type is not ("Y" or "C")) gathering.Report.Say("scale", from.Where, Scales.Of(scale.Code).Label);
        return scale;
    }

    AskedQuestion Options(LssQuestion from, AskedQuestion question, IReadOnlyList<LssPart> answers, out Dictionary<string, string> map)
    {
        var codes = new Codes();
        map = new(StringComparer.Ordinal);
        var alone = from.Setting("exclude_all_others").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var options = new List<AnswerOption>();
        foreach (var answer in answers)
        {
            var code = codes.Take(answer.Code, "R");
            map[answer.Code] = code;
            if (code != answer.Code) gathering.Report.Say("code", from.Where, $"{answer.Code} → {code}");
            if (alone.Contains(answer.Code)) gathering.Report.Say("exclusive", from.Where);
            var silent = KnownScale.IsSilent(answer.Text.Text);
            if (silent) gathering.Report.Say("silent", from.Where);
            options.Add(new(code, answer.Text, silent || alone.Contains(answer.Code)));
        }
        if (from.Row["other"] is "Y") options.Add(new(map["-oth-"] = codes.Take("AUTRE", "R"), new Wording(from.Setting("other_replace_text") is { Length: > 0 } named && gathering.Text(named, from.Where) is { Length: > 0 } said ? said : "Autre")));
        // In an array it is the lines that come in a drawn order, not the answers.
        var shuffled = !IsArray(from) && (from.Setting("random_order") is "1" || from.Setting("answer_order") is "random");
        if (shuffled) gathering.Report.Say("random", from.Where);
        return question with { Options = options, Shuffled = shuffled };
    }

    void Several(LssQuestion from, string survey)
    {
        var ranking = from.Type is "R";
        var answers = ranking && from.Answers.Count > 0 ? from.Answers : from.Lines;
        if (answers.Count + (from.Row["other"] is "Y" ? 1 : 0) < 2) { gathering.Report.Say("empty", from.Where); return; }
        if (gathering.TooMany(answers.Count + (from.Row["other"] is "Y" ? 1 : 0), from.Where)) return;
        gathering.Report.Say(from.Type, from.Where);
        var question = Options(from, Bare(from, ranking ? QuestionKind.Ranking : QuestionKind.Multiple), answers, out var codes);
        var (least, most) = (from.Bound("min_answers"), from.Bound("max_answers"));
        if (least is not null || most is not null) gathering.Report.Say("bounds", from.Where);
        question = question with { Least = least, Most = most };
        Knows(from, survey, "", new(question.Code, question.Kind, codes));
        if (!ranking) foreach (var (theirs, ours) in codes) if (theirs != "-oth-") Knows(from, survey, theirs, new(question.Code, question.Kind, codes, ours), from.Lines.FirstOrDefault(l => l.Code == theirs)?.Id ?? "");
        Put(from, question);
        if (!ranking && from.Row["other"] is "Y") Other(from, survey, question);
        if (from.Type is "P") Put(from, new(gathering.Code(from.Name + "_comment", from.Where), QuestionKind.LongText, new Wording("Vos commentaires")));
    }

    /// <summary>Asked of who chose « Autre », and of nobody else.</summary>
    void Other(LssQuestion from, string survey, AskedQuestion question)
    {
        gathering.Report.Say("other", from.Where);
        var text = new AskedQuestion(gathering.Code(from.Name + "_other", from.Where), QuestionKind.ShortText, new Wording("Autre : précisez"));
        Knows(from, survey, "other", new(text.Code, QuestionKind.ShortText, None));
        gathering.Add(text, from.Where, () => new Chosen(question.Code, question.Options[^1].Code));
    }

    void Array(LssQuestion from, string survey)
    {
        var answers = from.Type switch { "A" => Points(5), "B" => Points(10), "C" => Uncertain, "E" => Trend, _ => from.Answers };
        if (answers.Count < 2 || from.Lines.Count == 0) { gathering.Report.Say("empty", from.Where); return; }
        if (gathering.TooMany(answers.Count, from.Where)) return;
        var scale = from.Type is "A" or "B" ? null : Scale(from, answers);
        gathering.Report.Say(from.Type switch { "F" or "H" => scale is null ? "F.singles" : "F", "B" => "A", var type => type }, from.Where);
        if (scale is null) Singles(from, survey, answers);
        else
            foreach (var some in from.Lines.Chunk(AskedQuestion.ItemsMax))
            {
                var items = some.Select(l => (Line: l, Item: new MatrixItem(gathering.Code($"{from.Name}_{l.Code}", from.Where), l.Text))).ToList();
                foreach (var (line, item) in items) Knows(from, survey, line.Code, new(item.Code, QuestionKind.Matrix, scale.Codes), line.Id);
                Put(from, Bare(from, QuestionKind.Matrix) with { Scale = scale.Code, Items = [.. items.Select(i => i.Item)] });
            }
    }

    void Singles(LssQuestion from, string survey, IReadOnlyList<LssPart> answers)
    {
        foreach (var line in from.Lines)
        {
            var bare = new AskedQuestion(gathering.Code($"{from.Name}_{line.Code}", from.Where), QuestionKind.Single, Joined(from, line)) { Help = from.Help, Required = from.Mandatory };
            var question = Options(from, bare, answers, out var codes);
            Knows(from, survey, line.Code, new(question.Code, QuestionKind.Single, codes), line.Id);
            Put(from, question);
        }
    }
}
