using System.Globalization;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Office;

[Audience(Audience.Office, Role.Administrator)]
public sealed class JournalPageModel(AppDb db, Visitor visitor, IEnumerable<ToldActs> told) : InstanceScreen(visitor)
{
    const int PerPage = 50;

    public sealed record Line(DateTime At, string Who, string Act, string Said, string SubjectType, Guid SubjectId, string? Reason, string? Changes);

    public sealed record RefusalLine(DateTime LastAt, string Who, string Said, string Route, int Times);

    // Text, since a filter typed by hand is never an error: what is not understood filters nothing.
    [BindProperty(SupportsGet = true, Name = "acte")] public string? Acte { get; set; }
    [BindProperty(SupportsGet = true, Name = "sujet")] public string? Sujet { get; set; }
    [BindProperty(SupportsGet = true, Name = "jour")] public string? Jour { get; set; }
    [BindProperty(SupportsGet = true, Name = "feuille")] public string? Feuille { get; set; }
    public bool IsFiltered => (Acte ?? Sujet ?? Jour) is not null;
    public int Numero { get; private set; }
    public int Total { get; private set; }
    public int Pages => Math.Max(1, (Total + PerPage - 1) / PerPage);
    public List<Line> Lines { get; private set; } = [];
    /// <summary>The latest, beside the whole journal only: no filter of acts says anything of them.</summary>
    public List<RefusalLine> Refusals { get; private set; } = [];

    public async Task OnGet()
    {
        var entries = Filtered();
        Total = await entries.CountAsync();
        Numero = int.TryParse(Feuille, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, Pages) : 1;
        var shown = await entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Skip((Numero - 1) * PerPage).Take(PerPage).ToListAsync();
        var actors = shown.Where(e => e.ActorKind is ActorKind.Person && e.ActorId is not null).Select(e => e.ActorId!.Value).Distinct().ToList();
        var names = await db.Persons.Where(p => actors.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.DisplayName);
        Lines = [.. shown.Select(e => new Line(e.At, Who(e, names), e.Act, ToldActs.Say(told, e.Act, e.ActorKind), e.SubjectType, e.SubjectId, e.Reason, FieldWords.Of(e.Changes, e.SubjectType)))];
        if (!IsFiltered && Numero == 1) Refusals = await LatestRefusals();
    }

    async Task<List<RefusalLine>> LatestRefusals()
    {
        var refusals = await db.Refusals.AsNoTracking().OrderByDescending(r => r.LastAt).Take(PerPage).ToListAsync();
        var known = refusals.Select(r => r.PersonId).OfType<Guid>().Distinct().ToList();
        var names = await db.Persons.Where(p => known.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.DisplayName);
        return [.. refusals.Select(r => new RefusalLine(r.LastAt, r.PersonId is { } id ? names.GetValueOrDefault(id, "Compte inconnu") : $"Un réseau (…{r.Who[^6..]})", Said(r.What), r.Route, r.Times))];
    }

    static string Said(Refused what) => what switch
    {
        Refused.Code => "un code faux ou qui ne sert plus",
        Refused.Tries => "trop d’essais",
        Refused.SelfGiven => "se donner quelque chose à soi-même",
        _ => "une page qui n’existe pas, ou n’est pas pour ce compte",
    };

    IQueryable<JournalEntry> Filtered()
    {
        var entries = db.JournalEntries.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Acte)) { var (act, meant) = (Acte.Trim(), Meant(Acte.Trim())); entries = entries.Where(e => e.Act.StartsWith(act) || meant.Contains(e.Act)); }
        if (Guid.TryParse(Sujet, out var id)) entries = entries.Where(e => e.SubjectId == id || e.ActorId == id);
        else if (!string.IsNullOrWhiteSpace(Sujet)) { var type = SubjectWords.TypeOf(Sujet.Trim()); entries = entries.Where(e => e.SubjectType == type); }
        if (DateOnly.TryParseExact(Jour, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day > DateOnly.MinValue && day < DateOnly.MaxValue)
        {
            var (from, until) = (day.AddDays(-1).EndOfParisDay(), day.EndOfParisDay());
            entries = entries.Where(e => e.At >= from && e.At < until);
        }
        return entries;
    }

    /// <summary>The acts that somebody means by a piece of their sentence, whoever its subject is.</summary>
    List<string> Meant(string words) => [.. told.SelectMany(t => t.Words).Where(w => Holds(ToldActs.Agree(w.Value, ActorKind.Author), words) || Holds(ToldActs.Agree(w.Value, ActorKind.System), words)).Select(w => w.Key)];

    static bool Holds(string sentence, string words) => CultureInfo.InvariantCulture.CompareInfo.IndexOf(sentence, words, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;

    static string Who(JournalEntry entry, Dictionary<Guid, string> names) => entry.ActorKind switch
    {
        ActorKind.Person => entry.ActorId is { } id ? names.GetValueOrDefault(id, "Compte inconnu") : "Compte inconnu",
        ActorKind.Author => "Les auteurs",
        _ => "L’instance",
    };

    /// <summary>This page with one thing changed; another filter begins at the first sheet again.</summary>
    public string Address(string? acte = null, string? sujet = null, int? page = null)
    {
        var query = QueryString.Create(new Dictionary<string, string?> { ["acte"] = acte ?? Acte, ["sujet"] = sujet ?? Sujet, ["jour"] = Jour, ["feuille"] = page?.ToString(CultureInfo.InvariantCulture) }.Where(p => !string.IsNullOrEmpty(p.Value)));
        return "/bureau/journal" + query;
    }
}
