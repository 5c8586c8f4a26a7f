using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.SafeRoom;

/// <summary>Before each visit: why one comes, and a proof of who does (S31). The journal and the room's log keep the reason.</summary>
[Audience(Audience.Person)]
public sealed class EnterRoomModel(AppDb db, Visitor visitor, TimeProvider clock) : SafeRoomScreen(db, visitor, clock)
{
    public sealed class EnterForm
    {
        public string? Why { get; set; }
    }

    [BindProperty] public EnterForm Form { get; set; } = new();

    protected override Task<IActionResult?> Ready() => Task.FromResult(Analyst.PledgedAt is null ? Redirect(PathOf("engagement")) : Visitor.AskProof(Now, Request));

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var entry = RoomLine.Enter(Analyst, Visitor.SessionId!.Value, Form.Why, Now);
        Db.RoomLines.Add(entry);
        Db.Record(Now, Visitor.Actor, Acts.Read, Analyst, entry.Why, Survey.OrganisationId);
        await Db.SaveChangesAsync();
        return Redirect(PathOf());
    }
}
