using System.Globalization;
using Croisee.Experiences.Answers;
using Croisee.Framework;

namespace Croisee.Experiences.Exchange;

/// <summary>Everything one line of a file says: what was told, and around it what the house knows of the experience.</summary>
sealed class ExchangeRow
{
    public Account Account { get; set; } = new();
    public string? Reference { get; set; }
    public string? Call { get; set; }
    [Vocabulary("V-ETAT-CONTRIB")] public string? State { get; set; }
    [Vocabulary("V-MODE-SAISIE")] public string? EntryMode { get; set; }
    public string? BegunOn { get; set; }
    public string? SentOn { get; set; }
    [Vocabulary("V-REDACTEUR")] public string? WrittenBy { get; set; }
    public bool? ReadByPersons { get; set; }
    public List<string> Documents { get; set; } = [];
    public List<GivenLink> Links { get; set; } = [];
    public int? NoticeVersion { get; set; }
    public bool? Remarkable { get; set; }
    public string? Motives { get; set; }
    public List<string> Minority { get; set; } = [];
    public string? DecidedOn { get; set; }
    public string? ChoiceOrigin { get; set; }
    public CodedFields Fixed { get; set; } = new();
    public string? CodingReason { get; set; }
    public string? FixedOn { get; set; }
    public string? CodingOrigin { get; set; }
    public bool? PublicationAgreed { get; set; }
    public string? PublicationAgreedOn { get; set; }
    public bool? Recontact { get; set; }
    public string? ContactName { get; set; }
    public string? ContactRole { get; set; }
    public string? ContactMail { get; set; }
    public string? ContactPhone { get; set; }
    public string? ContactPublic { get; set; }

    /// <summary>The words of this instance: companion columns show them, and a cell may hold them in place of a code.</summary>
    public LabelBook Book { get; init; } = LabelBook.Default;

    /// <summary>The day of the agreement, as a file or a spreadsheet writes it; null when it is no day.</summary>
    public DateOnly? AgreedOn() => DateOnly.TryParseExact(PublicationAgreedOn?.Trim(), ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Contact data as one value, or null when the row gives none.</summary>
    public ContactDetails? Contact() =>
        ContactName is null && ContactRole is null && ContactMail is null && ContactPhone is null && ContactPublic is null
            ? null : new(ContactName?.Trim() ?? "", ContactRole?.Trim(), ContactMail?.Trim() ?? "", ContactPhone?.Trim(), ContactPublic?.Trim());
}

/// <summary>A link as a file gives it.</summary>
sealed record GivenLink(string? Address, string? Alternative, string? Rights);
