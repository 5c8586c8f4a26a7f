using System.Text.Json.Serialization;

namespace Croisee.Surveys.Content;

/// <summary>One question. Its code never changes once answers exist: answers name it.</summary>
public sealed record AskedQuestion(string Code, QuestionKind Kind, Wording Text)
{
    public const int CodeMax = 20, OptionsMax = 40, ItemsMax = 20, ShortTextMax = 200, LongTextMax = 2000;

    public Wording? Help { get; init; }
    /// <summary>Code of a closed vocabulary of domain 5.7 (<c>V-ACCORD5</c>…) for a scale or a matrix.</summary>
    public string? Scale { get; init; }
    public IReadOnlyList<AnswerOption> Options { get; init; } = [];
    /// <summary>The phrases of a matrix, each with its own code.</summary>
    public IReadOnlyList<MatrixItem> Items { get; init; } = [];
    public bool Required { get; init; }
    /// <summary>Options in an order drawn for each person, where the order means nothing.</summary>
    public bool Shuffled { get; init; }
    /// <summary>Least and most of a number, or how many choices; null leaves it open.</summary>
    public int? Least { get; init; }
    public int? Most { get; init; }
    /// <summary>Speaks of care or pain: only while answers are anonymous, and never shown when all answer alike (CMP-R8, R7).</summary>
    public bool Sensitive { get; init; }
    /// <summary>Describes the person (age band, how long here): crossed with others it may identify somebody, so results use it only as declared (R3).</summary>
    public bool Describes { get; init; }
    public Condition? ShownIf { get; init; }
    /// <summary>Null where it was written here, or came under the same names.</summary>
    public FarName? Far { get; init; }

    /// <summary>Its author left no way to say that one does not want to answer: the house has one, so that nobody is held at a question (SCL-R1). Whoever chooses it has passed the question.</summary>
    [JsonIgnore] public bool MayRefuse => Kind is not QuestionKind.Information && !Kind.HasScale() && !Options.Any(o => o.Silent && (o.Code.EndsWith("NVPR", StringComparison.Ordinal) || o.Text.Text == AnswerOption.Refusal.Text.Text));

    /// <summary>
    /// The house's way out stands under the question: where an answer is asked for; where one choice is made, which no browser lets go of once it is ticked; for who reads easy words,
    /// or one question at a time, always. What is left empty again by unticking or erasing needs none elsewhere.
    /// </summary>
    public bool OffersRefusalTo(Reader reader) => MayRefuse && (Required || reader.Easy || Kind is QuestionKind.Single or QuestionKind.Consent);

    /// <summary>Answered by choosing, and its author left no « je ne sais pas », in those words or in others (« sans opinion »): the house has one (SCL-R1). As on a scale, whoever chooses it has answered, and says nothing about the subject.</summary>
    [JsonIgnore] public bool MayNotKnow => Kind.IsClosed() && !Kind.HasScale() && !Options.Any(SilentWords.SaysNotKnowing);

    /// <summary>For who reads easy words, or one question at a time: there it is always offered.</summary>
    public bool OffersUnknownTo(Reader reader) => MayNotKnow && reader.Easy;

    /// <summary>Answered by faces: they are the answers, and their words say what they show.</summary>
    [JsonIgnore] public bool HasFaces => Scale is "V-VISAGE3" or "V-VISAGE5";

    [JsonIgnore] public int TextMax => Kind is QuestionKind.ShortText ? ShortTextMax : LongTextMax;

    /// <summary>What can be answered, one entry for each field of a form: a matrix has one for each phrase, an information none.</summary>
    public IEnumerable<AnswerField> Fields() => Kind switch
    {
        QuestionKind.Information => [],
        QuestionKind.Matrix => Items.Select(i => new AnswerField(i.Code, this, i)),
        _ => [new AnswerField(Code, this, null)],
    };

    /// <summary>Codes that may be chosen, in order.</summary>
    public IEnumerable<string> Choices() => Kind switch
    {
        QuestionKind.Scale or QuestionKind.Matrix => Scales.Of(Scale!).Options.Select(o => o.Code),
        QuestionKind.Consent => [AnswerOption.Yes, AnswerOption.No],
        _ => Options.Select(o => o.Code),
    };

    /// <summary>Those, and the house's « je ne sais pas » where one of its readers is offered it: all that an answer may hold.</summary>
    public IEnumerable<string> Kept() => MayNotKnow ? Choices().Append(AnswerOption.Unknown.Code) : Choices();

    /// <summary>Chosen alone, for they say nothing about the subject: its author's and the house's.</summary>
    public IEnumerable<AnswerOption> Silences() => Options.Where(o => o.Silent).Concat(MayNotKnow ? [AnswerOption.Unknown] : []);
}

public sealed record MatrixItem(string Code, Wording Text)
{
    public FarName? Far { get; init; }
}

/// <summary>One field that a person fills: the question, or one phrase of a matrix.</summary>
public readonly record struct AnswerField(string Code, AskedQuestion Question, MatrixItem? Item)
{
    public Wording Text => Item?.Text ?? Question.Text;
    public FarName? Far => Item is null ? Question.Far : Item.Far;
}

/// <param name="Silent">Says nothing about the subject: « je ne sais pas », « je ne veux pas répondre » (SCL-R1). Out of means, counted apart.</param>
public sealed record AnswerOption(string Code, Wording Text, bool Silent = false)
{
    public const string Yes = "oui", No = "non";

    /// <summary>Of the house, for who reads easy words, beside what the author offers: kept as an answer that says nothing. No author's code begins like this one.</summary>
    public static readonly AnswerOption Unknown = new("_NSP", new Wording("Je ne sais pas") { Picture = "ne-sait-pas" }, Silent: true);

    /// <summary>Of the house, beside what the author offers: whoever chooses it has passed the question. No author's code begins like this one.</summary>
    public static readonly AnswerOption Refusal = new("_NVPR", new Wording("Je ne veux pas répondre") { Picture = "arreter" }, Silent: true);
}
