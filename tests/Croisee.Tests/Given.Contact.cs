using Croisee.Data;
using Croisee.Experiences;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Croisee.Tests;

public sealed partial class Given
{
    /// <summary>Contact data for this experience, as its authors would leave them.</summary>
    public Task AContact(GivenExperience given, string email, bool recontact = false, string? publicAddress = null, string name = "Jeanne Rolland") => place.With(async s =>
    {
        var db = s.GetRequiredService<AppDb>();
        await s.GetRequiredService<ContactStore>().Save(await db.Experiences.SingleAsync(e => e.Id == given.Id), new(name, "animatrice", email, "01 99 00 12 34", publicAddress), recontact);
        return await db.SaveChangesAsync();
    });

    public Task<HeldContact?> TheContactOf(GivenExperience given) => place.With(s => s.GetRequiredService<ContactStore>().HeldOf(given.Id));
}
