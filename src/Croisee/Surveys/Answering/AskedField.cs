using Croisee.Surveys.Content;

namespace Croisee.Surveys.Answering;

/// <summary>One field as a page shows it.</summary>
/// <param name="Number">« Question 3 », from 1; null where the page says it elsewhere.</param>
/// <param name="Big">One question a screen: big targets, pictures beside the words.</param>
/// <param name="Places">What was typed of a ranking, when it is shown again.</param>
/// <param name="Order">Which of <see cref="Orders"/> orders the answers of a shuffled question stand in.</param>
public sealed record AskedField(AnswerField Field, Reader Reader, int? Number, IReadOnlyList<string> Chosen, string? Error = null, bool Big = false, int Order = 0, IReadOnlyDictionary<string, int>? Places = null)
{
    /// <summary>Fields of a form bear the code of the question after this, so that a questionnaire cannot name a field of the house.</summary>
    public const string Prefix = "r.";

    /// <summary>A few orders are enough to share out the advantage of coming first, and each page can be kept.</summary>
    public const int Orders = 8;

    /// <summary>The same for one person from the first page to a refused one.</summary>
    public static int OrderOf(string key) => key.Length == 0 ? 0 : key[0] % Orders;

    /// <summary>Of an answer in a ranking: as it was typed where it was refused, two at one place too; 0 where it has none.</summary>
    public int PlaceOf(string option) => Places is null ? Chosen.ToList().IndexOf(option) + 1 : Places.GetValueOrDefault(option);

    public AskedQuestion Question => Field.Question;
    public string Name => Prefix + Field.Code;
    public string Id => Name.Replace('.', '_');
    public string Label => Field.Text.For(Reader);
    public string? Help => Field.Item is not null ? null : !Question.Kind.IsText() ? Question.Help?.For(Reader)
        : string.Join(' ', new[] { Question.Help?.For(Reader) ?? House(HouseWords.NoNames, NoNames), House(HouseWords.TextRead, TextRead) }.OfType<string>()) is { Length: > 0 } help ? help : null;

    /// <summary>The same with the picture and the recording of what its author wrote.</summary>
    public ToldText? HelpTold => Help is not { } words ? null
        : (Field.Item is null ? Question.Help : null) is not { } own ? new(new Wording(words), Reader, ToldAs.Hint, Id + "-aide")
        : new(own with { Text = words, Easy = null, Proxy = own.Proxy is { Length: > 0 } ? words : null, In = null }, Reader, ToldAs.Hint, Id + "-aide", Big: Big, More: Question.Kind.IsText());

    string? House(string word, Wording french) => Reader.In is null ? french.For(Reader) : Reader.In.Said(word);

    /// <summary>Said beside what must be answered, before it is refused; in French where the reader's language does not have it. Null where one may leave it.</summary>
    public string? Must => !Question.Required ? null : Reader.In.Said(HouseWords.Required) ?? HouseWords.MustAnswer.Text.Text;
    public bool MustIsFrench => Reader.In is not null && Reader.In.Said(HouseWords.Required) is null;

    /// <summary>Around a word of the house that is French whatever the language of the question: a voice reads it as French.</summary>
    public string? French => Reader.In is null ? null : "fr";
    public string? FrenchDirection => Reader.In is null ? null : "ltr";

    /// <summary>Under every text where the author wrote nothing else (RGP-R2).</summary>
    static readonly Wording NoNames = new("N’écrivez pas de nom, ni rien sur la santé de quelqu’un.") { Easy = "N’écrivez pas de nom. Ne parlez pas de la santé d’une personne." };

    /// <summary>Under every text, whatever its author wrote: it is the one answer that somebody reads.</summary>
    static readonly Wording TextRead = new("L’équipe de l’enquête lit ce texte.") { Easy = "L’équipe lit ce texte." };

    /// <summary>The picture that the author chose, for those who read with pictures.</summary>
    public string? Picture => new ToldText(Field.Text, Reader, Big: Big).Picture;

    /// <summary>Address of the question's recording.</summary>
    public string? Audio => AudioOf(Field.Text);

    /// <summary>Address of the recording of one of its texts, where it says what is read here.</summary>
    public string? AudioOf(Wording text) => new ToldText(text, Reader).Audio;

    /// <summary>The picture beside an answer: of everything where questions come one by one; elsewhere of a scale of faces alone, which says nothing without them.</summary>
    public string? FaceOf(AnswerOption option) => (Big || Question.HasFaces && !option.Silent) && option.Text.Picture is { Length: > 0 } face ? face : null;

    public IReadOnlyList<AnswerOption> Options => Question.Kind switch
    {
        QuestionKind.Scale or QuestionKind.Matrix or QuestionKind.Consent => Scales.OfferedBy(Question, Reader.In),
        _ => Question.Shuffled ? Mixed() : Question.Options,
    };

    /// <summary>What the house offers beside them where the author left no way out (<see cref="AskedQuestion.OffersRefusalTo"/>); null elsewhere. Other languages have its words with those of their scales.</summary>
    public AnswerOption? Refusal => Question.OffersRefusalTo(Reader) ? InTheirWords(AnswerOption.Refusal) : null;

    /// <summary>Also for who chose it in easy words and comes back in the usual ones: an answer that was given is not lost by another way of reading.</summary>
    AnswerOption? Unknown => Question.OffersUnknownTo(Reader) || Question.MayNotKnow && Chosen.Contains(AnswerOption.Unknown.Code) ? InTheirWords(AnswerOption.Unknown) : null;

    /// <summary>In the words of the questionnaire's own translation, else in the house's.</summary>
    AnswerOption InTheirWords(AnswerOption ours)
    {
        if (Reader.In is not { } spoken) return ours;
        var said = spoken.Terms?.FirstOrDefault(t => t.Key.EndsWith(ours.Code, StringComparison.Ordinal)).Value is { Length: > 0 } own ? own : spoken.Said(ours.Text.Text);
        return said is null ? ours : ours with { Text = ours.Text with { In = new Dictionary<string, string> { [spoken.Tag] = said } } };
    }

    /// <summary>All that stands under the question, the house's way out last.</summary>
    public IReadOnlyList<AnswerOption> Offered => With(Unknown, Refusal);

    /// <summary>The same in the order of the papers: what the easy one alone has stands last, so that a number keyed in means the same box on each.</summary>
    public IReadOnlyList<AnswerOption> Boxes => With(Refusal, Unknown);

    IReadOnlyList<AnswerOption> With(AnswerOption? first, AnswerOption? second) => first is null && second is null ? Options : [.. Options, .. new[] { first, second }.OfType<AnswerOption>()];

    /// <summary>All that an answer may hold, with its words.</summary>
    public IReadOnlyList<AnswerOption> Kept => Question.MayNotKnow ? [.. Options, InTheirWords(AnswerOption.Unknown)] : Options;

    /// <summary>« Je ne sais pas » stays last, where one looks for it.</summary>
    IReadOnlyList<AnswerOption> Mixed()
    {
        var said = Question.Options.Where(o => !o.Silent).ToArray();
#pragma warning disable CA5394 // An order of answers protects nothing.
        new Random(Order).Shuffle(said);
#pragma warning restore CA5394
        return [.. said, .. Question.Options.Where(o => o.Silent)];
    }

    /// <summary>A short scale stands on one line where the screen allows it.</summary>
    public bool IsShort => Question.Scale is "V-OUINON" or "V-NOTE10";
    public bool IsFaces => Big && Question.HasFaces;
    /// <summary>Of the sentence that the phrases of a matrix complete, on the page of all questions.</summary>
    public static string StemOf(AskedQuestion matrix) => (Prefix + matrix.Code).Replace('.', '_') + "-enonce";

    /// <summary>A phrase of a matrix says little without the question it belongs to.</summary>
    string?[] Stem => Field.Item is null || Big ? [] : [StemOf(Question), Question.Help is null ? null : StemOf(Question) + "-aide"];

    /// <summary>How many may be chosen, said before it is refused; null where it is as many as one wants.</summary>
    public string? Bounds => BoundsOf(Question);

    public static string? BoundsOf(AskedQuestion question)
    {
        if (question.Kind is not (QuestionKind.Multiple or QuestionKind.Ranking)) return null;
        var most = question.Most < question.Options.Count(o => !o.Silent) ? question.Most : null;
        return (question.Least > 1 ? question.Least : null, most) switch
        {
            (null, null) => null,
            (null, 1) => "Choisissez une réponse au plus.",
            (null, { } n) => $"Choisissez {n} réponses au plus.",
            ({ } n, null) => $"Choisissez au moins {n} réponses.",
            var (n, m) => n == m ? $"Choisissez {n} réponses." : $"Choisissez au moins {n} réponses, {m} au plus.",
        };
    }

    public string DescribedBy => string.Join(' ', Stem.Concat([Help is null ? null : Id + "-aide", Bounds is null ? null : Id + "-bornes", Error is null ? null : Id + "-erreur"]).OfType<string>());
}
