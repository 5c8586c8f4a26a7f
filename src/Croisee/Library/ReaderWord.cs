using Croisee.Rules;

namespace Croisee.Library;

/// <summary>What a reader has to say: a question to the authors, or « nous l’avons fait aussi ».</summary>
public enum ReaderWordKind { Question, DoneToo }

/// <summary>Words that a reader leaves beside a sheet, without an account. They stay with the sheet and leave with it; nothing in them says who wrote.</summary>
public sealed class ReaderWord : Moderated
{
    public const int TextMax = 1000, PlaceMax = 150, AnswerMax = 2000;

    ReaderWord() { }

    /// <param name="key">Names the form: the same form sent twice is one word (S18).</param>
    public ReaderWord(Guid sheetId, string key, ReaderWordKind kind, string? text, string? place, DateTime now) : base(sheetId, now)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new RuleBroken("LEC-R1", "Écrivez quelques mots.", "Text");
        if (text.Length > TextMax) throw new RuleBroken("LEC-R1", $"Écrivez {TextMax} caractères au plus.", "Text");
        if (place?.Length > PlaceMax) throw new RuleBroken("LEC-R1", $"Écrivez {PlaceMax} caractères au plus.", "Place");
        (Key, Kind, Text, State) = (key, kind, text.Trim(), ModerationState.Waiting);
        Place = kind is ReaderWordKind.DoneToo && !string.IsNullOrWhiteSpace(place) ? place.Trim() : null;
    }

    public string Key { get; private set; } = "";
    public ReaderWordKind Kind { get; private set; }
    /// <summary>Empty once refused.</summary>
    public string Text { get; private set; } = "";
    /// <summary>Where it was done too; never whose.</summary>
    public string? Place { get; private set; }
    public string? Answer { get; private set; }
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>The authors answer what is shown; saying it again replaces what they said.</summary>
    public void Reply(string? answer, DateTime now)
    {
        if (State is not ModerationState.Shown) throw new RuleBroken("LEC-R2", "Ce message n’est plus publié : il ne reçoit pas de réponse.");
        if (string.IsNullOrWhiteSpace(answer)) throw new RuleBroken("LEC-R2", "Écrivez votre réponse.", "Answer");
        if (answer.Length > AnswerMax) throw new RuleBroken("LEC-R2", $"Écrivez {AnswerMax} caractères au plus.", "Answer");
        (Answer, AnsweredAt) = (answer.Trim(), now);
    }

    private protected override void EraseWords() => (Text, Place, Answer) = ("", null, null);
}

/// <summary>Where to tell a reader that the authors answered: sealed, apart from the words, and gone once told.</summary>
public sealed class AwaitingReader
{
    public const int KeptMonths = 6;

    AwaitingReader() { }

    public AwaitingReader(Guid wordId, string sealedAddress, DateTime now) => (WordId, Sealed, Since) = (wordId, sealedAddress, now);

    public Guid WordId { get; private set; }
    public string Sealed { get; private set; } = "";
    public DateTime Since { get; private set; }
}
