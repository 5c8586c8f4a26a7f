using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Croisee.Rules;

namespace Croisee.Surveys.OnPaper;

/// <summary>
/// A paper that somebody keyed in: who and which day (S43), under the number written on the sheet. In double entry its answers wait here until a second
/// person keyed the same paper, by choice or because the paper was drawn; then they are counted and forgotten here. What was counted is never joined to who keyed it.
/// </summary>
public sealed class PaperEntry
{
    public const int NumberMax = 99_999;

    PaperEntry() { }

    /// <param name="once">Of the form that it came by: the same form sent twice is one keying, never a verification.</param>
    public PaperEntry(Survey survey, SurveyPlace place, int number, Guid by, DateOnly day, Guid once)
    {
        if (number is < 1 or > NumberMax) throw new RuleBroken("PAP-NUMBER", $"Le numéro d’une feuille va de 1 à {NumberMax}.", "Number");
        (SurveyId, PlaceId, Number, ById, Day, Once) = (survey.Id, place.Id, number, by, day, Mark(once));
    }

    public Guid SurveyId { get; private set; }
    public Guid PlaceId { get; private set; }
    public int Number { get; private set; }
    public Guid ById { get; private set; }
    public DateOnly Day { get; private set; }
    /// <summary>Made from the form of its last keying, which nobody finds from it: from the form itself the key of the sheet is made.</summary>
    public Guid? Once { get; private set; }
    /// <summary>What was keyed first, in double entry, until the second time.</summary>
    public string? Waiting { get; private set; }

    /// <summary>Drawn for a second keying, by somebody else (S43).</summary>
    public bool Drawn { get; private set; }
    /// <summary>Lines that two persons keyed, and how many of them the first had wrong; null until the second. Numbers only: which lines, nobody keeps.</summary>
    public int? Compared { get; private set; }
    public int? Wrong { get; private set; }

    public bool Waits => Waiting is not null;

    /// <summary>This form brought the last keying already.</summary>
    public bool CameBy(Guid once) => Once == Mark(once);

    /// <summary>Key of the sheet that a paper becomes (<see cref="SheetKey"/>): the same form sent twice makes one row, and no entry leads to it, as the form is kept nowhere.</summary>
    public static string KeyOf(Guid once, SurveyPlace place, int number) => Base64Url.EncodeToString(Hash($"papier:{once}:{place.Id}:{number}"));

    static Guid Mark(Guid once) => new(Hash($"saisie:{once}"));

    static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16];

    /// <param name="mode">V-MODE-REPONSE, kept with the answers.</param>
    public void Wait(Content.GivenAnswers given, string? mode, bool drawn) =>
        (Waiting, Drawn) = (AnswerSheet.Write(mode is null ? given.Values : given.Values.Append(new(KeyedFields.How, [mode]))), drawn);

    /// <summary>A paper that was drawn proves nothing if the same person keys it twice.</summary>
    public bool MayBeCheckedBy(Guid person) => !Drawn || person != ById;

    /// <summary>Counted as it was keyed the first time: nobody keyed it a second time while papers were taken.</summary>
    internal (Content.GivenAnswers Given, string? Mode) LetGo()
    {
        var given = AnswerSheet.Read(Waiting!);
        var mode = given[KeyedFields.How] is [var said] ? said : null;
        given.Remove(KeyedFields.How);
        Waiting = null;
        return (given, mode);
    }

    public void Check(Guid by, int compared, int wrong, Guid once)
    {
        if (!MayBeCheckedBy(by)) throw new RuleBroken("S43", $"La feuille {Number} a été tirée au sort pour être vérifiée : une autre personne doit la saisir.", "Number");
        (Waiting, Compared, Wrong, Once) = (null, compared, wrong, Mark(once));
    }
}
