using Croisee.Data;
using Croisee.Experiences.Exchange;
using Croisee.Framework;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.CallOffice;

/// <summary>One experience as the call's team reads it: its content without contact data (EXP-R4), and its whole history.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Moderator, Role.Administrator)]
public sealed class ReceivedExperienceModel(AppDb db, Visitor visitor, Labels labels, IEnumerable<ToldActs> told) : ExperienceScreen(db, visitor)
{
    /// <summary>Null once it was withdrawn.</summary>
    public AccountView? View { get; private set; }
    public string StateLabel { get; private set; } = "";
    public string EntryMode { get; private set; } = "";
    public Voices Voices { get; private set; } = new(false, false);
    public IReadOnlyList<LogLine> History { get; private set; } = [];
    public IReadOnlyList<AttachedFile> Files { get; private set; } = [];
    /// <summary>What a file said was decided elsewhere.</summary>
    public ImportedPastView? Past { get; private set; }
    public bool MaySeeContact { get; private set; }
    /// <summary>Somebody has still to say whether the call can keep it, or said so and may come back on it.</summary>
    public bool AwaitsVerdict => Experience.State is ExperienceState.Submitted or ExperienceState.ToComplete or ExperienceState.Inadmissible;
    /// <summary>The last word is the authors'.</summary>
    public bool AwaitsAnswer { get; private set; }
    public bool MayPropose => Experience.State is (ExperienceState.Remarkable or ExperienceState.NotSelected or ExperienceState.Archived) && Visitor.Can(Experience.Call.Organisation.Path, Role.Organiser, Role.Administrator);
    public bool MayTakeDown => Experience.ShownSince is not null && Visitor.Can(Experience.Call.Organisation.Path, Roles);
    protected override Role[] Roles => [Role.Organiser, Role.Moderator, Role.Administrator];

    protected override IQueryable<Experience> Include(IQueryable<Experience> experiences) =>
        experiences.Include(e => e.Steps).Include(e => e.Authors).Include(e => e.Passages).Include(e => e.Call.Questions);

    protected override async Task<IActionResult?> Ready()
    {
        StateLabel = labels.Of(Experience.State.Code());
        MaySeeContact = Visitor.Can(Experience.Call.Organisation.Path, Role.ContactOfficer);
        AwaitsAnswer = await Db.Messages.Where(m => m.ExperienceId == Experience.Id).OrderByDescending(m => m.At).ThenByDescending(m => m.Number).Select(m => (MessageFrom?)m.From).FirstOrDefaultAsync() is MessageFrom.Authors;
        if (Experience.State is not ExperienceState.Withdrawn) await Read();
        // The journal knows that it was sent or decided; the passage says from where to where, and why.
        var passages = Experience.Passages.Select(p => new LogLine(p.At, Capital(p.By), $"{labels.Of(p.From.Code())} → {labels.Of(p.To.Code())}", p.Why));
        History = [.. passages.Concat(await LogLine.Of(Db, told, nameof(Experiences.Experience), Experience.Id)).OrderByDescending(l => l.At)];
        return null;
    }

    /// <summary>What its authors took back is theirs again: of a withdrawn one the team sees that it was there.</summary>
    async Task Read()
    {
        View = new AccountView(Experience.Steps.ToAccount(), labels, Experience.Call.Questions);
        Voices = Voices.Of(Experience.Authors, Experience.Steps.Fingerprint());
        Files = await Db.FilesOf(Experience.Id);
        EntryMode = labels.Of(Experience.EntryMode);
        if (await Db.ImportedPasts.AsNoTracking().SingleOrDefaultAsync(p => p.ExperienceId == Experience.Id) is { } past) Past = ImportedPastView.Of(past, labels.Book);
    }

    public void OnGet() { }

    static string Capital(string words) => words.Length == 0 ? words : char.ToUpper(words[0], Words.Localizer.French) + words[1..];
}
