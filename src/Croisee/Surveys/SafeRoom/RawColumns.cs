using System.Text;
using Croisee.Framework;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.SafeRoom;

/// <summary>One column of the raw table.</summary>
/// <param name="Values">What may stand in it, in order, with its words; empty where it is open (a number, a month).</param>
public sealed record RawColumn(string Code, string Text, IReadOnlyList<(string Code, string Text)> Values, QuestionKind? Kind = null)
{
    public byte[] Name { get; } = Encoding.UTF8.GetBytes(Code);
    public bool IsDay => Kind is QuestionKind.Day;
    /// <summary>Several answers stand in one cell.</summary>
    public bool IsSeveral => Kind is QuestionKind.Multiple or QuestionKind.Ranking;

    public string Said(string code) => Values.FirstOrDefault(v => v.Code == code).Text ?? code;
}

/// <summary>
/// The columns of a survey's raw table: place, month, channel and manner, then each field that is no free text (R9: those are never read beside attributes).
/// Columns of the questionnaire keep their codes; one that bears the name of an attribute is a question's own and gets « q_ » before it.
/// </summary>
public sealed class RawColumns
{
    public const int Attributes = 4;
    static readonly string[] Names = ["lieu", "mois", "canal", "maniere"];

    public RawColumns(Survey survey, QuestionnaireContent content, Labels labels)
    {
        Places = [.. survey.Places.OrderBy(p => p.Name, StringComparer.Ordinal)];
        PlaceCodes = [.. Enumerable.Range(1, Places.Count).Select(n => Encoding.ASCII.GetBytes($"L{n}"))];
        All =
        [
            new(Names[0], "Lieu", [.. Places.Select((p, i) => (Encoding.ASCII.GetString(PlaceCodes[i]), p.Name))]),
            new(Names[1], "Mois de la réponse", []),
            new(Names[2], "Par où la réponse est venue", [.. Vocabularies.Get("V-CANAL").Terms.Select(t => (t.Code, labels.Of(t.Code)))]),
            new(Names[3], "Manière de répondre", [.. Vocabularies.Get("V-MODE-REPONSE").Terms.Select(t => (t.Code, labels.Of(t.Code)))]),
            .. content.Fields.Where(f => !f.Question.Kind.IsText()).Select(Column),
        ];
    }

    public IReadOnlyList<RawColumn> All { get; }
    public IReadOnlyList<SurveyPlace> Places { get; }
    public IReadOnlyList<byte[]> PlaceCodes { get; }

    static RawColumn Column(AnswerField field)
    {
        var options = field.Question.Kind is QuestionKind.Number or QuestionKind.Day ? [] : new AskedField(field with { Question = field.Question with { Shuffled = false } }, default, null, []).Kept;
        var text = field.Item is null ? field.Text.Text : $"{field.Question.Text.Text} {field.Item.Text.Text}";
        return new(field.Code, field.Question.Kind is QuestionKind.Day ? text + " (au mois près)" : text, [.. options.Select(o => (o.Code, o.Text.Text))], field.Question.Kind);
    }

    /// <summary>What stands at the head of a column in a file.</summary>
    public string HeadOf(int column) => column >= Attributes && Names.Contains(All[column].Code) ? "q_" + All[column].Code : All[column].Code;
}
