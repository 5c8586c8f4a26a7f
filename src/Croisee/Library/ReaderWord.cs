using Croisee.People;
using Croisee.Rules;

namespace Croisee.Library;

/// <summary>What a reader has to say: a question to the authors, or « nous l’avons fait aussi ».</summary>
public enum ReaderWordKind { Question, DoneToo }

/// <summary>Words that a reader leaves beside a sheet, without an account. They stay with the sheet and leave with it; nothing in them says who wrote.</summary>
public sealed class ReaderWord : Moderated
{
    public const int TextMax = 1000, PlaceMax = 150, AnswerMax = 2000, SaidMax = 500;
    const string Purpose = "mot de lecteur";

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
    /// <summary>Of the code that its reader holds, to see it and to take it back. Words of before had none.</summary>
    public string? CodeHash { get; private set; }

    /// <summary>Somebody asked the moderation to read it again, and it has not answered yet.</summary>
    public DateTime? RereadAskedAt { get; private set; }
    public RereadReason? RereadWhy { get; private set; }
    /// <summary>What they added, read by the moderation alone and erased with its answer.</summary>
    public string? RereadSaid { get; private set; }
    public bool RereadByAuthors { get; private set; }
    /// <summary>When the moderation read it again and left it where it is, and why.</summary>
    public DateTime? KeptAt { get; private set; }
    public string? KeptBecause { get; private set; }

    /// <summary>Out of sight until the moderation answers: nothing of it is on any page or in any file.</summary>
    public bool IsHiddenMeanwhile => State is ModerationState.Waiting && RereadAskedAt is not null;
    /// <summary>Read again and kept as it stands: what the authors answered since has not been read.</summary>
    public bool WasKept => KeptAt is { } kept && !(AnsweredAt > kept);

    public void OpenWith(string code) => CodeHash = HashOf(code);

    /// <summary>Null when it cannot be a code. Of a purpose of its own: the code of an experience opens no word, nor the other way round.</summary>
    public static string? HashOf(string? typed) => SpokenCode.ReadToLookUp(typed) is { } read ? SpokenCode.Hash(read, Purpose) : null;

    /// <summary>The authors answer what is shown; saying it again replaces what they said.</summary>
    public void Reply(string? answer, DateTime now)
    {
        if (State is not ModerationState.Shown) throw new RuleBroken("LEC-R2", "Ce message n’est plus publié : il ne reçoit pas de réponse.");
        if (string.IsNullOrWhiteSpace(answer)) throw new RuleBroken("LEC-R2", "Écrivez votre réponse.", "Answer");
        if (answer.Length > AnswerMax) throw new RuleBroken("LEC-R2", $"Écrivez {AnswerMax} caractères au plus.", "Answer");
        (Answer, AnsweredAt) = (answer.Trim(), now);
    }

    /// <summary>
    /// Back to the moderation. It stays where it is meanwhile, unless somebody is said to be named in it: then it is hidden at once, but not a second time when the
    /// moderation has read it again and kept it.
    /// </summary>
    /// <param name="mayHide">Not when one network has hidden enough for a day: then it is only read again.</param>
    /// <returns>False when it was asked already, and nothing is new.</returns>
    public bool AskReread(RereadReason why, string? said, bool byAuthors, DateTime now, bool mayHide = true)
    {
        if (State is not ModerationState.Shown) throw new RuleBroken("LEC-R3", "Ce message n’est plus sur la fiche.");
        if (said?.Length > SaidMax) throw new RuleBroken("LEC-R3", $"Écrivez {SaidMax} caractères au plus.", "Said");
        var hides = mayHide && why is RereadReason.Named && !WasKept;
        if (RereadAskedAt is not null && !hides) return false;
        // The words of readers are not to be read as the authors’, nor the other way round.
        var before = RereadByAuthors == byAuthors ? RereadSaid : null;
        (RereadAskedAt, RereadWhy, RereadByAuthors) = (now, why, byAuthors);
        RereadSaid = string.IsNullOrWhiteSpace(said) ? before : said.Trim();
        if (hides) State = ModerationState.Waiting;
        return true;
    }

    /// <summary>The moderation read it again, and leaves it on the sheet.</summary>
    public void Keep(string? why, DateTime now)
    {
        if (RereadAskedAt is null) throw new RuleBroken("NOU-R2", "Quelqu’un a déjà répondu. Rechargez la page.");
        if (string.IsNullOrWhiteSpace(why)) throw new RuleBroken("LEC-R3", "Dites pourquoi ce message reste sur la fiche.", "Reason");
        if (why.Length > RefusalMax) throw new RuleBroken("LEC-R3", $"Écrivez {RefusalMax} caractères au plus.", "Reason");
        if (State is ModerationState.Waiting) Accept(now);
        (KeptAt, KeptBecause) = (now, why.Trim());
        ForgetReread();
    }

    void ForgetReread() => (RereadAskedAt, RereadWhy, RereadSaid, RereadByAuthors) = (null, null, null, false);

    private protected override void EraseWords()
    {
        (Text, Place, Answer, KeptAt, KeptBecause) = ("", null, null, null, null);
        ForgetReread();
    }
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
