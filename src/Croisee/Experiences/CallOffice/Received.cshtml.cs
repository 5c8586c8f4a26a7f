using System.Globalization;
using Croisee.Data;
using Croisee.Framework;
using Croisee.People;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.CallOffice;

/// <summary>What was sent to a call, by state and title. No contact data and no draft: those are their authors' alone.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Moderator, Role.Administrator)]
public sealed class ReceivedModel(AppDb db, Visitor visitor, TimeProvider clock, Labels labels) : CallScreen(db, visitor, clock)
{
    public const int PerPage = 50;

    public sealed record Row(string Reference, string Title, ExperienceState State, DateTime? SubmittedAt, DateTime TouchedAt, MessageFrom? LastSaid);

    [FromQuery(Name = "etat")] public string? StateCode { get; set; }
    [FromQuery(Name = "titre")] public string? Words { get; set; }
    [FromQuery(Name = "p")] public string? Asked { get; set; }

    public IReadOnlyList<ExperienceState> States { get; } = [.. Enum.GetValues<ExperienceState>().Where(s => s is not ExperienceState.Draft)];
    public ExperienceState? Chosen { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Total { get; private set; }
    public int At { get; private set; }
    public int Pages => (Total + PerPage - 1) / PerPage;
    public Labels Labels => labels;
    protected override Role[] Roles => [Role.Organiser, Role.Moderator];

    public async Task OnGet()
    {
        Chosen = States.Select(s => (ExperienceState?)s).FirstOrDefault(s => s!.Value.Code() == StateCode);
        var sent = Db.Experiences.AsNoTracking().Sent().Where(e => e.CallId == Call.Id);
        if (Chosen is { } state) sent = sent.Where(e => e.State == state);
        // Accents and case do not matter to who searches, and no engine says so alike: titles of one call are few enough to be compared here.
        var ids = (await sent.OrderByDescending(e => e.SubmittedAt).Select(e => new { e.Id, e.Title, e.Reference }).ToListAsync()).Where(e => Matches(e.Title, e.Reference)).Select(e => e.Id).ToList();
        Total = ids.Count;
        At = int.TryParse(Asked, out var page) ? Math.Clamp(page, 1, Math.Max(1, Pages)) : 1;
        var shown = ids.Skip((At - 1) * PerPage).Take(PerPage).ToList();
        var messages = Db.Messages;
        var rows = await Db.Experiences.AsNoTracking().Where(e => shown.Contains(e.Id)).Select(e => new { e.Id, Row = new Row(e.Reference, e.Title, e.State, e.SubmittedAt, e.TouchedAt, messages.Where(m => m.ExperienceId == e.Id).OrderByDescending(m => m.At).ThenByDescending(m => m.Number).Select(m => (MessageFrom?)m.From).FirstOrDefault()) }).ToListAsync();
        Rows = [.. shown.Select(id => rows.Single(r => r.Id == id).Row)];
    }

    bool Matches(string title, string reference) =>
        string.IsNullOrWhiteSpace(Words) || Rules.Reference.Normalise(Words) == reference
        || Localizer.French.CompareInfo.IndexOf(title, Words.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;

    public string PageAt(int page) => $"{PathOf("recus")}?etat={Uri.EscapeDataString(StateCode ?? "")}&titre={Uri.EscapeDataString(Words ?? "")}&p={page}";
}
