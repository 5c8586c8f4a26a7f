using Croisee.Data;
using Croisee.Surveys.Answering;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Offline;

/// <summary>A page of a device that was prepared for this place. It stays after the end of the survey, since answers may still wait on the device.</summary>
public abstract class DeviceScreen(AppDb db, PutSurveys surveys, TimeProvider clock) : AnswerScreen(db, surveys, clock)
{
    [FromRoute(Name = "appareil")] public string Named { get; set; } = "";

    public OfflineDevice Device { get; private set; } = null!;

    protected override async Task<IActionResult?> Ready()
    {
        if (Put.IsTrial || !Guid.TryParseExact(Named, "N", out var id) || await Db.OfflineDevices.SingleOrDefaultAsync(d => d.Id == id && d.PlaceId == Put.Place.Id) is not { } device) return NotFound();
        Device = device;
        return null;
    }

    public string PathOfDevice(string part = "") => $"/repondre/{Put.Place.Code}/hors-ligne/{Device.Id:N}{part}";
}
