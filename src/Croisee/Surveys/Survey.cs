using System.Security.Cryptography;
using System.Text;
using Croisee.Data;
using Croisee.People;
using Croisee.Rules;
using Croisee.Surveys.Content;

namespace Croisee.Surveys;

/// <summary>On what a team rests to keep answers that bear a name, or texts that may tell of somebody (RGPD art. 6-1; domain 10.1). Its DPO confirms it.</summary>
public enum NamesBasis { PublicMission, LegitimateInterest, Agreement }

/// <summary>
/// A published revision put to people: by whom, where, from which day to which day inclusive. Anonymous: what comes back holds no address, no precise
/// time, no order (CMP-R5, R10). Or signed, where a group agreed to it: another kind, declared from the start and kept elsewhere.
/// </summary>
public sealed class Survey : IAudited
{
    public const int TitleMax = 150, PurposeMax = 1000, AgreedMax = 500, ContactMax = 200, DpoMax = 200;
    /// <summary>From how many answers something may be shown: one chooses among these, never less (CMP-R3, R2). Eleven is the usual bar of open health data.</summary>
    public static readonly IReadOnlyList<int> ShownFromChoices = [10, 11, 15, 30];
    /// <summary>Days after the end in which papers that were filled in time may be keyed in (domain 5.2, 6).</summary>
    public const int LateDays = 14;
    /// <summary>From the first day to the last: answers are kept for five years after the end, so an end that never comes would keep them for ever (domain 10.1).</summary>
    public const int LongestYears = 3;
    readonly List<SurveyPlace> places = [];

    Survey() { }

    /// <param name="id">Given by the form that makes it, so that a form sent twice makes one.</param>
    public Survey(Organisation organisation, Revision revision, string title, string purpose, DateOnly opensOn, DateOnly closesOn, DateTime now, Guid? id = null)
    {
        Id = id ?? Guid.CreateVersion7();
        (OrganisationId, Organisation, QuestionnaireId, RevisionNumber, CreatedAt) = (organisation.Id, organisation, revision.QuestionnaireId, revision.Number, now);
        Say(title, purpose);
        if (closesOn < opensOn) throw new RuleBroken("SUR-DATES", "Le dernier jour vient avant le premier.", "ClosesOn");
        if (closesOn < now.ParisDay()) throw new RuleBroken("SUR-DATES", "Le dernier jour est déjà passé.", "ClosesOn");
        EndsInTime(opensOn, closesOn);
        (OpensOn, ClosesOn) = (opensOn, closesOn);
        Reference = Rules.Reference.New();
    }

    static void EndsInTime(DateOnly opensOn, DateOnly closesOn)
    {
        if (closesOn > opensOn.AddYears(LongestYears)) throw new RuleBroken("SUR-DATES", $"Une enquête dure {LongestYears} ans au plus : les réponses ne sont pas gardées sans fin. Choisissez un dernier jour plus proche ; ensuite, ouvrez une nouvelle enquête.", "ClosesOn");
    }

    void Say(string title, string purpose)
    {
        (title, purpose) = (title.Trim(), purpose.Trim());
        if (title.Length is 0 or > TitleMax) throw new RuleBroken("SUR-TITLE", $"Donnez un titre de {TitleMax} caractères au plus.", "Title");
        if (purpose.Length is 0 or > PurposeMax) throw new RuleBroken("SUR-PURPOSE", $"Dites à quoi servent les réponses, en {PurposeMax} caractères au plus.", "Purpose");
        (Title, Purpose) = (title, purpose);
    }

    public Guid Id { get; private set; }
    public string Reference { get; private set; } = "";
    public Guid OrganisationId { get; private set; }
    public Organisation Organisation { get; private set; } = null!;
    public Guid QuestionnaireId { get; private set; }
    public int RevisionNumber { get; private set; }
    public Revision Revision { get; private set; } = null!;
    public string Title { get; private set; } = "";
    /// <summary>What the answers are for and who will see what, told to whoever answers.</summary>
    public string Purpose { get; private set; } = "";
    public DateOnly OpensOn { get; private set; }
    /// <summary>Last day, inclusive, Europe/Paris.</summary>
    public DateOnly ClosesOn { get; private set; }
    /// <summary>Stopped before the end of its last day, at this instant.</summary>
    public DateTime? ClosedAt { get; private set; }
    /// <summary>A professional may answer in a person's place: off unless somebody turned it on (PRX, domain 5.8).</summary>
    public bool ProfessionalsMayAnswer { get; private set; }
    /// <summary>Which group agreed that answers bear a name, and when; null for an anonymous survey. It never changes: nobody answers one kind and finds themselves in the other.</summary>
    public string? AgreedToNames { get; private set; }
    /// <summary>Whom one asks to have erased what bears one's name, or a text that tells of oneself; null where there are neither, and in a survey opened before it was asked.</summary>
    public string? Contact { get; private set; }
    /// <summary>Address of the data protection officer, and on what the team rests (RGPD art. 13, EXP-R6); null where the one above is, or in a survey opened before they were asked.</summary>
    public string? Dpo { get; private set; }
    public NamesBasis? Basis { get; private set; }
    public bool IsSigned => AgreedToNames is not null;
    /// <summary>Answers from which a population, or a part of one, is shown (CMP-R3); it never changes, for two bars would be read against each other.</summary>
    public int ShownFrom { get; private set; } = 10;
    public DateTime CreatedAt { get; private set; }
    /// <summary>When its last figures were published after its end; then nothing moves any more.</summary>
    public DateTime? SettledAt { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<SurveyPlace> Places => places;
    Guid IAudited.AuditedId => Id;

    /// <summary>Opens to the team's own devices a number that strangers cannot fill (S23). It gives no other right.</summary>
    public string TeamCode { get; private set; } = RandomNumberGenerator.GetString(SurveyPlace.Signs, 10);

    /// <summary>The same of one place, drawn from it: whoever has one place's link has no other's, and none leads back to the survey's.</summary>
    public string TeamCodeOf(SurveyPlace place) => string.Concat(HMACSHA256.HashData(Encoding.ASCII.GetBytes(TeamCode), place.Id.ToByteArray()).Take(TeamCode.Length).Select(b => SurveyPlace.Signs[b % SurveyPlace.Signs.Length]));

    /// <param name="grouping">Other places of the same kind or department, with which this one is shown together.</param>
    public SurveyPlace AddPlace(Organisation? organisation, string name, int? eligible, DateTime now, string? grouping = null)
    {
        if (SettledAt is not null || HasEnded(now)) throw new RuleBroken("SUR-PLACE", "L’enquête est terminée : personne ne répondrait dans un nouveau lieu.");
        Holds(organisation);
        // « gironde » and « Gironde » are one: two of them would be two results.
        grouping = places.Select(p => p.Grouping).FirstOrDefault(known => string.Equals(known, grouping?.Trim(), StringComparison.CurrentCultureIgnoreCase)) ?? grouping;
        var place = new SurveyPlace(this, organisation, name, eligible, grouping);
        if (places.Any(p => p.Name == place.Name)) throw new RuleBroken("SUR-PLACE", "Ce lieu est déjà dans la liste.", "Name");
        places.Add(place);
        return place;
    }

    /// <summary>What was mistyped of a place; the rate of answers is out of the number that stands now (CMP-R6).</summary>
    public void CorrectPlace(SurveyPlace place, Organisation? organisation, string name, int? eligible)
    {
        if (SettledAt is not null) throw new RuleBroken("SUR-PLACE", "Les résultats définitifs sont publiés : plus rien ne change.");
        // Whose it is already was right once: an organisation may have moved since.
        if (organisation?.Id != place.OrganisationId) Holds(organisation);
        if (places.Any(p => p != place && p.Name == name.Trim())) throw new RuleBroken("SUR-PLACE", "Un autre lieu de la liste a déjà ce nom.", "Name");
        place.Correct(organisation?.Id, name, eligible);
    }

    /// <summary>A place where nobody answered leaves; whoever calls this looked (<see cref="Desk.UsedPlaces"/>).</summary>
    public void WithdrawPlace(SurveyPlace place)
    {
        if (SettledAt is not null) throw new RuleBroken("SUR-PLACE", "Les résultats définitifs sont publiés : plus rien ne change.");
        if (places.Count == 1) throw new RuleBroken("SUR-PLACE", "C’est le seul lieu de l’enquête : corrigez-le, ou arrêtez l’enquête.");
        places.Remove(place);
    }

    /// <summary>Who runs the survey gives rights on a place to who depends on them, and to nobody else.</summary>
    void Holds(Organisation? organisation)
    {
        if (organisation is not null && !organisation.Path.StartsWith(Organisation.Path, StringComparison.Ordinal)) throw new RuleBroken("SUR-PLACE", "Choisissez une structure qui dépend de celle de l’enquête.", "Organisation");
    }

    /// <summary>Before anybody read it: later, people would have answered something else.</summary>
    public void Describe(string title, string purpose, DateTime now)
    {
        if (HasBegun(now) || HasEnded(now)) throw new RuleBroken("SUR-PURPOSE", "L’enquête a commencé : ce que les personnes ont lu ne change plus. Arrêtez-la, puis ouvrez-en une autre.", "Purpose");
        Say(title, purpose);
    }

    /// <summary>Nobody answers any more, from this instant; papers that were filled in time are keyed in for two weeks. Its first day stays: prolonged, it opens no sooner.</summary>
    public void Close(DateTime now)
    {
        if (HasEnded(now)) throw new RuleBroken("SUR-DATES", "L’enquête est déjà terminée.");
        (ClosedAt, ClosesOn) = (now, now.ParisDay());
    }

    /// <summary>From now on this place asks each person for a single-use code.</summary>
    public void AskForCodes(SurveyPlace place)
    {
        if (SettledAt is not null) throw new RuleBroken("SUR-CODES", "L’enquête est terminée : il n’y a plus de carte à faire.");
        if (IsSigned) throw new RuleBroken("SUR-CODES", "Ici, les réponses portent un nom : une carte n’y protège personne.");
        place.AskForCodes();
    }

    public void ShowFrom(int answers)
    {
        if (Version > 0) throw new RuleBroken("CMP-R3", "Ce nombre ne change pas une fois l’enquête ouverte.");
        if (!ShownFromChoices.Contains(answers)) throw new RuleBroken("CMP-R3", "Choisissez un nombre de la liste.", "ShownFrom");
        ShownFrom = answers;
    }

    public void LetProfessionalsAnswer(bool may) => ProfessionalsMayAnswer = may;

    /// <param name="deniesCare">Somebody read the questions whose words say otherwise, and answers for it.</param>
    /// <summary>Answers will bear a name. Never for questions on care or pain: with a name they would be health data on a person (CMP-R8).</summary>
    public void AskForNames(string? agreed, string? contact, string? dpo, NamesBasis? basis, QuestionnaireContent content, bool deniesCare = false)
    {
        if (Version > 0) throw new RuleBroken("SUR-NAMES", "Une enquête ne change pas de sorte une fois ouverte.");
        agreed = agreed?.Trim() ?? "";
        if (agreed.Length is 0 or > AgreedMax) throw new RuleBroken("SUR-NAMES", $"Dites quel groupe l’a accepté et quand, en {AgreedMax} caractères au plus.", "Agreed");
        if (content.Questions.FirstOrDefault(q => q.Sensitive) is { } sensitive) throw new RuleBroken("CMP-R8", $"Ce questionnaire parle de soins ou de santé (« {sensitive.Text.Text} ») : il ne peut se poser que sans nom.", "Kind");
        // The box may have been forgotten, and no file from elsewhere ticks it: somebody has to look.
        if (!deniesCare && content.Questions.Select(q => (Question: q, Word: CareWords.In(q))).FirstOrDefault(f => f.Word is not null) is { Word: { } word, Question: var doubtful })
            throw new RuleBroken("CMP-R8", $"« {doubtful.Text.Text} » dit « {word} ». Si ce questionnaire parle de soins ou de santé, il ne peut se poser que sans nom. Sinon, dites-le ici.", "NoCare");
        NameContact(contact, dpo, basis);
        AgreedToNames = agreed;
    }

    /// <summary>Whom to write to, told before the first question: wherever names are kept, or texts in words of their own, which may tell of somebody and are shown to everybody (domain 10.1, art. 13).</summary>
    public void NameContact(string? contact, string? dpo, NamesBasis? basis)
    {
        contact = contact?.Trim() ?? "";
        if (contact.Length is 0 or > ContactMax) throw new RuleBroken("EXP-R6", $"Dites à qui s’adresser pour faire effacer ses réponses ou une phrase, en {ContactMax} caractères au plus.", "Contact");
        dpo = dpo?.Trim() ?? "";
        if (dpo.Length > DpoMax || !Mail.OutgoingMail.IsAddress(dpo)) throw new RuleBroken("EXP-R6", "Donnez l’adresse de la personne déléguée à la protection des données. Elle ressemble à nom@exemple.fr.", "Dpo");
        if (basis is null) throw new RuleBroken("EXP-R6", "Dites sur quoi vous vous fondez pour garder des noms ou des phrases.", "Basis");
        (Contact, Dpo, Basis) = (contact, dpo, basis);
    }

    public void Prolong(DateOnly closesOn, DateTime now)
    {
        if (closesOn <= ClosesOn || closesOn < now.ParisDay()) throw new RuleBroken("SUR-DATES", "Choisissez un jour après le dernier jour actuel, qui ne soit pas passé.", "ClosesOn");
        if (SettledAt is not null) throw new RuleBroken("SUR-DATES", "Les résultats définitifs sont publiés : ouvrez une nouvelle enquête.", "ClosesOn");
        if (closesOn < OpensOn) throw new RuleBroken("SUR-DATES", "Le dernier jour vient avant le premier.", "ClosesOn");
        EndsInTime(OpensOn, closesOn);
        (ClosesOn, ClosedAt) = (closesOn, null);
    }

    public void Settle(DateTime now) => SettledAt ??= now;

    public DateOnly LastPapersOn => ClosesOn.AddDays(LateDays);
    public bool TakesPapersAt(DateTime now) => HasBegun(now) && !StoppedBeforeItBegan() && now < LastPapersOn.EndOfParisDay();
    /// <summary>Nobody ever answered, and no paper was filled in time.</summary>
    public bool StoppedBeforeItBegan() => ClosesOn < OpensOn;
    /// <summary>The first of its days as they are told.</summary>
    public DateOnly FirstDay() => StoppedBeforeItBegan() ? ClosesOn : OpensOn;
    /// <summary>Nothing comes any more, papers neither; one that was stopped before it began may be prolonged as long as the others.</summary>
    public bool IsOver(DateTime now) => HasEnded(now) && now >= LastPapersOn.EndOfParisDay();

    /// <summary>The instant at which it opens or closes next; null when it will not.</summary>
    public DateTime? NextTurn(DateTime now) => HasEnded(now) ? null : HasBegun(now) ? ClosesOn.EndOfParisDay() : OpensOn.AddDays(-1).EndOfParisDay();

    public bool HasBegun(DateTime now) => now.ParisDay() >= OpensOn;
    public bool HasEnded(DateTime now) => ClosedAt <= now || now >= ClosesOn.EndOfParisDay();
    /// <summary>From the first second of the first day to 23:59:59 of the last, in Paris.</summary>
    public bool AcceptsAt(DateTime now) => HasBegun(now) && !HasEnded(now);
}
