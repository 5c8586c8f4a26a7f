using Croisee.Data;
using Croisee.Framework;
using Croisee.Journal;

namespace Croisee.Experiences.Exchange;

/// <summary>Makes an experience of a row: its steps at once, authors without a code who signed what the file says was written in their voice. A code comes with <c>--send-codes</c>, or from the contact officer.</summary>
static class ImportedExperience
{
    /// <summary>No hash of a code looks like this: nobody can enter with it.</summary>
    const string NoCode = "import:";

    public static Experience Make(ImportedRow imported, Call call, bool publishes, DateTime now)
    {
        var (row, account) = (imported.Row, imported.Row.Account);
        var experience = new Experience(call, row.EntryMode ?? ExperienceFields.Imported, null, now);
        foreach (var (info, answers) in DepositSteps.All.Zip(account.Steps)) experience.Steps.Single(s => s.Code == info.Code).Write(answers, null, now);
        experience.Entitle(account.Essentials.Title);
        experience.CarriedBy(account.Structure.OrganisationName);
        experience.Locate(account.Structure);
        Sign(experience, row.WrittenBy, now);
        // What was agreed to elsewhere holds for what was published there; what is read here is agreed to here, on the page as it will be (EXP-R10).
        if (publishes && row.PublicationAgreed is true) experience.AgreeToPublication(Agreed(row, now));
        var state = ImportCheck.StateOf(row);
        if (state is not ExperienceState.Draft) experience.TakeIn(Why(row, state), publishes, now);
        // Sent elsewhere without all its answers: nobody should be asked to read it before it is complete.
        if (experience.State is ExperienceState.Submitted && ExperienceFields.Missing(row).Any()) experience.Pass(ExperienceState.ToComplete, Passage.Team, null, "Il manque des réponses dans le fichier d’où elle vient.", now);
        return experience;
    }

    /// <summary>Recorded once for each, with the file and the line.</summary>
    public static void Record(AppDb db, Experience experience, string reason, Call call, DateTime now) =>
        db.Record(now, Actor.System, Acts.Imported, experience, reason, call.OrganisationId);

    static void Sign(Experience experience, string? writtenBy, DateTime now)
    {
        var fingerprint = experience.Steps.Fingerprint();
        Voice[] voices = writtenBy switch { "RED_ENSEMBLE" => [Voice.PersonConcerned, Voice.Professional], "RED_PERSONNES" => [Voice.PersonConcerned], _ => [Voice.Professional] };
        foreach (var voice in voices)
        {
            var author = experience.Invite(voice, NoCode + Guid.CreateVersion7().ToString("N"), now);
            if (writtenBy is not null) author.Sign(fingerprint, now);
        }
    }

    /// <summary>On the day that the file says, if it is past; else now.</summary>
    static DateTime Agreed(ExchangeRow row, DateTime now) => row.AgreedOn()?.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc) is { } said && said < now ? said : now;

    static string Why(ExchangeRow row, ExperienceState state) => state is ExperienceState.Submitted
        ? "Importée d’un fichier." : $"Importée d’un fichier, où elle était « {row.Book.Label(Vocabularies.ContributionState.Require(row.State))} ».";
}
