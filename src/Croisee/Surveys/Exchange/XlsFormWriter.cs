using System.Globalization;
using Croisee.Surveys.Content;
using Croisee.Ui.Tables;

namespace Croisee.Surveys.Exchange;

/// <summary>
/// A questionnaire as an XLSForm workbook that other tools open (ODK, KoboToolbox). Every cell is a text, whatever it begins with (S08);
/// easy-read and proxy wordings go as languages, and the little that only this house knows has columns of its own.
/// </summary>
public sealed class XlsFormWriter
{
    public const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    readonly QuestionnaireContent content;
    readonly List<(string Tag, string Name)> languages;

    XlsFormWriter(QuestionnaireContent content)
    {
        this.content = content;
        var texts = Texts(content).ToList();
        var told = content.Languages.GroupBy(l => l.Tag, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First().Name, StringComparer.OrdinalIgnoreCase);
        languages = [(XlsFormNames.French, XlsFormNames.NameOf(XlsFormNames.French))];
        if (texts.Any(t => t.Easy is { Length: > 0 })) languages.Add((XlsFormNames.Easy, XlsFormNames.NameOf(XlsFormNames.Easy)));
        if (texts.Any(t => t.Proxy is { Length: > 0 })) languages.Add((XlsFormNames.Proxy, XlsFormNames.NameOf(XlsFormNames.Proxy)));
        foreach (var tag in told.Keys.Concat(texts.SelectMany(t => t.In?.Keys ?? [])).Where(t => t != XlsFormNames.French).Distinct(StringComparer.OrdinalIgnoreCase)) languages.Add((tag, XlsFormNames.NameOf(tag, told.GetValueOrDefault(tag))));
    }

    /// <param name="id">What tells this form from others in the tool that takes it.</param>
    public static byte[] Write(QuestionnaireContent content, string id)
    {
        using var bytes = new MemoryStream();
        using (var tables = new XlsxTables(bytes)) new XlsFormWriter(content).Write(tables, id);
        return bytes.ToArray();
    }

    static IEnumerable<Wording> Texts(QuestionnaireContent content) => new[] { content.Title, content.About, content.Thanks }.Concat(content.Sections.Select(s => s.Title))
        .Concat(content.Questions.SelectMany(q => q.Options.Select(o => o.Text).Concat(q.Items.Select(i => i.Text)).Append(q.Text).Append(q.Help))).Concat(content.Questions.Where(q => q.Kind.HasScale() && Scales.Has(q.Scale)).SelectMany(q => Scales.Of(q.Scale!).Options.Select(o => o.Text))).OfType<Wording>();

    void Write(ITables tables, string id)
    {
        tables.Begin("survey", ["type", "name", .. Heads("label"), .. Heads("hint"), "required", "relevant", "constraint", "appearance", "parameters", XlsFormNames.Kind, XlsFormNames.Sensitive, XlsFormNames.Describes, XlsFormNames.Picture, XlsFormNames.Audio]);
        if (content.About is { } about) Row(tables, "note", XlsFormNames.About, about);
        foreach (var section in content.Sections.Where(s => s.Questions.Count > 0))
        {
            Row(tables, "begin_group", XlsFormNames.Part + section.Code, section.Title, relevant: XlsFormConditions.Of(section.ShownIf, content));
            foreach (var question in section.Questions) Question(tables, question);
            Row(tables, "end_group", "", null);
        }
        if (content.Thanks is { } thanks) Row(tables, "note", XlsFormNames.Thanks, thanks);
        tables.Begin("choices", ["list_name", "name", .. Heads("label"), XlsFormNames.Silent, XlsFormNames.Picture, XlsFormNames.Audio]);
        foreach (var scale in content.Questions.Where(q => q.Kind.HasScale()).Select(q => q.Scale!).Distinct()) Choices(tables, ListOf(scale), Scales.Of(scale).Options);
        foreach (var question in content.Questions.Where(q => q.Kind.HasOptions())) Choices(tables, XlsFormNames.AnswerList + question.Code, question.Options);
        if (content.Questions.Any(q => q.Kind is QuestionKind.Consent)) Choices(tables, Agreement, [new(AnswerOption.Yes, new("Oui") { Easy = "Oui" }), new(AnswerOption.No, new("Non") { Easy = "Non" })]);
        tables.Begin("settings", ["form_title", "form_id", "default_language", .. Heads(XlsFormNames.Title), XlsFormNames.Picture, XlsFormNames.Audio, XlsFormNames.Author, XlsFormNames.Source, XlsFormNames.Licence]);
        tables.Row([content.Title.Text, id, $"{languages[0].Name} ({XlsFormNames.French})", .. Words(content.Title), content.Title.Picture ?? "", content.Title.Audio ?? "", content.Credit?.Author ?? "", content.Credit?.Source ?? "", content.Credit?.Licence ?? ""]);
    }

    const string Agreement = "accord_oui_non";

    static string ListOf(string scale) => XlsFormNames.ScaleList + scale.Replace('-', '_');

    IEnumerable<string> Heads(string field) => languages.Select(l => XlsFormNames.Column(field, l.Tag, l.Name));

    IEnumerable<TableCell> Words(Wording? wording) => languages.Select(l => (TableCell)(wording is null ? "" : l.Tag switch
    {
        XlsFormNames.French => wording.Text, XlsFormNames.Easy => wording.Easy ?? "", XlsFormNames.Proxy => wording.Proxy ?? "",
        _ => wording.In?.FirstOrDefault(t => string.Equals(t.Key, l.Tag, StringComparison.OrdinalIgnoreCase)).Value ?? "",
    }));

    void Question(ITables tables, AskedQuestion question)
    {
        var relevant = XlsFormConditions.Of(question.ShownIf, content);
        if (question.Kind is QuestionKind.Matrix)
        {
            Row(tables, "begin_group", question.Code, question.Text, question.Help, relevant: relevant, appearance: "table-list", of: question);
            foreach (var item in question.Items) Row(tables, "select_one " + ListOf(question.Scale!), item.Code, item.Text, required: question.Required);
            Row(tables, "end_group", "", null);
            return;
        }
        var list = XlsFormNames.AnswerList + question.Code;
        var type = question.Kind switch
        {
            QuestionKind.Single => "select_one " + list, QuestionKind.Multiple => "select_multiple " + list, QuestionKind.Ranking => "rank " + list,
            QuestionKind.Scale => "select_one " + ListOf(question.Scale!), QuestionKind.Consent => "select_one " + Agreement,
            QuestionKind.Number => "integer", QuestionKind.Day => "date", QuestionKind.Information => "note", _ => "text",
        };
        Row(tables, type, question.Code, question.Text, question.Help, question.Required, relevant, Limit(question), question.Kind is QuestionKind.LongText ? "multiline" : "", question.Shuffled && question.Kind.HasOptions() ? "randomize=true" : "", question);
    }

    static string Limit(AskedQuestion question)
    {
        var value = question.Kind switch { QuestionKind.Number => ".", QuestionKind.Multiple or QuestionKind.Ranking => "count-selected(.)", _ => null };
        if (value is null) return "";
        var bounds = new[] { (">=", question.Least), ("<=", question.Most) }.Where(b => b.Item2 is not null).Select(b => $"{value} {b.Item1} {b.Item2!.Value.ToString(CultureInfo.InvariantCulture)}");
        return string.Join(" and ", bounds);
    }

    void Row(ITables tables, string type, string name, Wording? text, Wording? help = null, bool required = false, string relevant = "", string constraint = "", string appearance = "", string parameters = "", AskedQuestion? of = null) =>
        tables.Row([type, name, .. Words(text), .. Words(help), Yes(required), relevant, constraint, appearance, parameters, of?.Kind.ToString() ?? "", Yes(of?.Sensitive is true), Yes(of?.Describes is true), text?.Picture ?? "", text?.Audio ?? ""]);

    void Choices(ITables tables, string list, IReadOnlyList<AnswerOption> options)
    {
        foreach (var option in options) tables.Row([list, option.Code, .. Words(option.Text), Yes(option.Silent), option.Text.Picture ?? "", option.Text.Audio ?? ""]);
    }

    static string Yes(bool said) => said ? "yes" : "";
}
