using Croisee.Rules;

namespace Croisee.Experiences;

/// <summary>On what the organiser rests for using contact data (RGPD art. 6-1; domain 10.1). The DPO confirms it.</summary>
public enum LegalBasis { PublicMission, LegitimateInterest }

/// <summary>What the privacy notice needs (EXP-R5, EXP-R6): for which work contact data are used, until when, on what basis, and whom to write to.</summary>
/// <param name="KeptUntilDay">Last day of the work, Europe/Paris; contact data are erased at most three months later.</param>
public sealed record CallNotice(string Work = "", DateOnly? KeptUntilDay = null, string DpoEmail = "", LegalBasis Basis = LegalBasis.PublicMission)
{
    public const int WorkMax = 200;

    /// <summary>Months after the end of the work (domain 10.1).</summary>
    public const int MonthsAfterWork = 3;

    /// <summary>The first day on which contact data are no longer kept.</summary>
    public DateOnly? ErasedFrom => KeptUntilDay?.AddMonths(MonthsAfterWork).AddDays(1);

    /// <summary>The work would be over, and contact data soon erased, while the call still takes experiences.</summary>
    public bool EndsBefore(DateOnly closesOn) => KeptUntilDay < closesOn;

    /// <summary>Fields without which people are not informed, and the sentence that asks for each.</summary>
    public IEnumerable<(string Field, string Sentence)> WhatIsMissing()
    {
        if (string.IsNullOrWhiteSpace(Work)) yield return (nameof(Work), "Dites pour quels travaux les coordonnées serviront.");
        if (KeptUntilDay is null) yield return ("KeptUntil", "Dites quand ces travaux finissent : les coordonnées sont effacées trois mois après, au plus tard.");
        if (!Mail.OutgoingMail.IsAddress(DpoEmail)) yield return (nameof(DpoEmail), "Donnez l’adresse de la personne déléguée à la protection des données.");
    }
}

/// <summary>A version of the notice, kept as it was shown: an author can read again what they were told.</summary>
public sealed class PublishedNotice : IAudited
{
    PublishedNotice() { }

    internal PublishedNotice(Guid callId, int number, CallNotice notice, DateTime since) => (CallId, Number, Notice, Since) = (callId, number, notice, since);

    public Guid CallId { get; private set; }
    public int Number { get; private set; }
    public CallNotice Notice { get; private set; } = new();
    public DateTime Since { get; private set; }
    Guid IAudited.AuditedId => CallId;
}
