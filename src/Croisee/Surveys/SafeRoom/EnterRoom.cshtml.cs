using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.SafeRoom;

/// <summary>Before each visit: why one comes. The journal and the room's log keep it.</summary>
[Audience(Audience.Person)]
public sealed class EnterRoomModel(AppDb db, Visitor visitor, TimeProvider clock) : SafeRoomScreen(db, visitor, clock)
{
    public sealed class EnterForm
    {
        public string? Why { get; set; }
    }

    [BindProperty] public EnterForm Form { get; set; } = new();

    protected override Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(Analyst.PledgedAt is null ? Redirect(PathOf("engagement")) : null);

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
