using Croisee.Data;
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
    public AccountView View { get; private set; } = null!;
    public Voices Voices { get; private set; } = new(false, false);
    public IReadOnlyList<LogLine> History { get; private set; } = [];
    public IReadOnlyList<AttachedFile> Files { get; private set; } = [];
    public bool MaySeeContact { get; private set; }
    protected override Role[] Roles => [Role.Organiser, Role.Moderator, Role.Administrator];

    protected override IQueryable<Experience> Include(IQueryable<Experience> experiences) =>
        experiences.Include(e => e.Steps).Include(e => e.Authors).Include(e => e.Passages).Include(e => e.Call.Questions);

    protected override async Task<IActionResult?> Ready()
    {
        View = new AccountView(Experience.Steps.ToAccount(), labels, Experience.Call.Questions);
        Voices = Voices.Of(Experience.Authors, Experience.Steps.Fingerprint());
        MaySeeContact = Visitor.Can(Experience.Call.Organisation.Path, Role.ContactOfficer);
        Files = await Db.FilesOf(Experience.Id);
        // The journal knows that it was sent or decided; the passage says from where to where, and why.
        var passages = Experience.Passages.Select(p => new LogLine(p.At, Capital(p.By), $"{labels.Of(p.From.Code())} → {labels.Of(p.To.Code())}", p.Why));
        History = [.. passages.Concat(await LogLine.Of(Db, told, nameof(Experiences.Experience), Experience.Id)).OrderByDescending(l => l.At)];
        return null;
    }

    public void OnGet() { }

    static string Capital(string words) => words.Length == 0 ? words : char.ToUpper(words[0], Words.Localizer.French) + words[1..];
}
