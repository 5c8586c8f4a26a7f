using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Croisee.Rules;
using Croisee.Surveys.Content;

namespace Croisee.Surveys;

/// <summary>
/// What one person answered to the closed questions, and how: nothing else. Its id is drawn at random or made from the form's own random key, its day
/// is a day, and free texts lie apart under other ids, so that a row tells neither who nor when nor after whom (CMP-R5, R9, R10, S22).
/// </summary>
public sealed class AnswerSheet
{
    AnswerSheet() { }

    /// <param name="id">From <see cref="SheetKey"/>.</param>
    public AnswerSheet(Guid id, Survey survey, SurveyPlace place, DateOnly day, string channel, string? mode, string answers) =>
        (Id, SurveyId, PlaceId, RevisionNumber, Day, Channel, Mode, Answers) = (id, survey.Id, place.Id, survey.RevisionNumber, day, channel, mode, answers);

    public Guid SurveyId { get; private set; }
    public Guid Id { get; private set; }
    public Guid PlaceId { get; private set; }
    public int RevisionNumber { get; private set; }
    public DateOnly Day { get; private set; }
    /// <summary>V-CANAL.</summary>
    public string Channel { get; private set; } = "";
    /// <summary>V-MODE-REPONSE: who held the pen, by type; null when it was not said (PRX-R1, PRX-R2).</summary>
    public string? Mode { get; private set; }
    /// <summary>JSON, field code to codes chosen.</summary>
    public string Answers { get; private set; } = "{}";
    /// <summary>In the published figures; else it waits for enough others (R4). Not by which publication: that would tell the hour.</summary>
    public bool Counted { get; private set; }

    public GivenAnswers Given() => Read(Answers);

    public static GivenAnswers Read(string json) => new(JsonSerializer.Deserialize<Dictionary<string, string[]>>(json)!);

    public static string Write(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> values) =>
        JsonSerializer.Serialize(values.ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal));
}

/// <summary>One free text, apart from the sheet it came with: nobody reads it beside other answers (R9). Read by a moderator before anybody else, and by no moderator before it is one of a batch (R4).</summary>
public sealed class AnswerText
{
    AnswerText() { }

    public AnswerText(Guid id, Survey survey, SurveyPlace place, DateOnly day, string field, string text) =>
        (Id, SurveyId, PlaceId, Month, Field, Text) = (id, survey.Id, place.Id, new DateOnly(day.Year, day.Month, 1), field, text);

    public Guid SurveyId { get; private set; }
    public Guid Id { get; private set; }
    public Guid PlaceId { get; private set; }
    /// <summary>First day of the month it came in (R9).</summary>
    public DateOnly Month { get; private set; }
    public string Field { get; private set; } = "";
    public string Text { get; private set; } = "";
    public TextState State { get; private set; }
    /// <summary>Ten persons or more may have written it: <see cref="Results.OpenTexts"/>.</summary>
    public bool Opened { get; private set; }
    /// <summary>Too few answered at its place: it was opened with those of others, and is shown with the whole only.</summary>
    public bool Mixed { get; private set; }
    /// <summary>Theme given by the moderator.</summary>
    public string? Theme { get; private set; }

    /// <summary>A moderator took something out of it: it is no longer quite what was written.</summary>
    public bool Masked { get; private set; }
    /// <summary>Why it is hidden or masked; null where it stands as it was written, and where that was decided before a motive was asked for.</summary>
    public TextMotive? Motive { get; private set; }

    public void Moderate(TextState state, string? theme, string? masked, TextMotive? motive = null)
    {
        var altered = WouldMask(masked);
        if (motive is null && (state is TextState.Hidden || altered)) throw new RuleBroken("RGP-R2", "Dites pourquoi ce texte est caché ou changé.", "Motive");
        (State, Theme) = (state, string.IsNullOrWhiteSpace(theme) ? null : theme.Trim());
        if (altered) (Text, Masked) = (Clean(masked!), true);
        Motive = state is TextState.Hidden || Masked ? motive ?? Motive : null;
    }

    /// <summary>An empty text leaves it as it is.</summary>
    public bool WouldMask(string? masked) => !string.IsNullOrWhiteSpace(masked) && Clean(masked) != Text;

    /// <summary>As texts are kept: a form sends its lines its own way.</summary>
    static string Clean(string text) => text.ReplaceLineEndings("\n").Trim();
}

public enum TextState { Waiting, Shown, Hidden }

/// <summary>Why a free text is hidden, or shown without a part of it: a closed list, so that no motive tells what the text told (RGP-R2).</summary>
public enum TextMotive { NamesSomebody, TellsOfHealth, Insults, Accuses, OffSubject }

/// <summary>
/// The random key that a form carries, and the ids made from it: the same form sent sixty-four times makes one row (F20). Nobody can go back from an id
/// to the key, and the key is nowhere but in the page that was answered.
/// </summary>
public static class SheetKey
{
    const int Bytes = 16;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Twenty-two signs as <see cref="New"/> makes them; anything else is no key.</summary>
    public static bool IsKey(string? typed) => typed?.Length == 22 && Base64Url.IsValid(typed);

    /// <param name="part">What of the form: the sheet, or the field of a text.</param>
    public static Guid Id(string key, string part) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{part}:{key}")).AsSpan(0, Bytes));
}
