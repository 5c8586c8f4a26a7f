using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Croisee.Data;
using Croisee.Journal;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

/// <summary>A slot of the file « mes données »: a higher room adds what it knows of a person (RGPD art. 15 and 20).</summary>
public interface IPersonalData
{
    /// <summary>Name of the part in the file, in French.</summary>
    string Name { get; }
    Task<object> Of(Guid personId, CancellationToken cancel);
}

[Audience(Audience.Person)]
public sealed class MyDataFileModel(AppDb db, Visitor visitor, IEnumerable<IPersonalData> others) : Screen
{
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Converters = { new JsonStringEnumConverter() } };

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        var me = visitor.PersonId!.Value;
        var file = new Dictionary<string, object>
        {
            ["compte"] = await db.Persons.Where(p => p.Id == me).Select(p => new { p.Id, adresse = p.Email, nom = p.DisplayName, creeLe = p.CreatedAt, secondFacteurDepuis = p.TotpSince }).SingleAsync(cancel),
            ["adressesQuittees"] = await db.EmailChanges.Where(c => c.PersonId == me && c.FormerEmail != null).OrderBy(c => c.AskedAt).Select(c => new { adresse = c.FormerEmail, le = c.AskedAt }).ToListAsync(cancel),
            ["roles"] = await db.Grants.Where(g => g.PersonId == me).Select(g => new { role = g.Role, structure = g.Organisation.Name, du = g.GivenAt, au = g.EndedAt }).ToListAsync(cancel),
            ["sessions"] = await db.Sessions.Where(s => s.PersonId == me).Select(s => new { appareil = s.Device, debut = s.StartedAt, vueLe = s.SeenAt, finie = s.EndedAt }).ToListAsync(cancel),
            ["invitations"] = await db.Invitations.Where(i => i.Email == visitor.Email || i.SenderId == me).Select(i => new { recue = i.Email == visitor.Email, propose = i.Offer, le = i.CreatedAt, accepteeLe = i.AcceptedAt }).ToListAsync(cancel),
            ["journal"] = await db.JournalEntries.Where(e => e.ActorId == me || e.SubjectId == me).OrderBy(e => e.At).Select(e => new { le = e.At, acte = e.Act, sur = e.SubjectType, id = e.SubjectId, motif = e.ActorId == me ? e.Reason : null }).ToListAsync(cancel),
            ["refus"] = await db.Refusals.Where(r => r.PersonId == me).OrderBy(r => r.LastAt).Select(r => new { jour = r.Day, sorte = r.What, page = r.Route, fois = r.Times }).ToListAsync(cancel),
        };
        foreach (var other in others) file[other.Name] = await other.Of(me, cancel);
        return File(JsonSerializer.SerializeToUtf8Bytes(file, Json), "application/json", "croisee-mes-donnees.json");
    }
}
