using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Tests.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Office;

/// <summary>Somebody always administers the instance, whatever two people do at once.</summary>
public sealed class LastAdministratorTest(Place place) : IClassFixture<Place>
{
    /// <summary>Each sees the other, and both are saved at the same instant: the second is refused, on both engines.</summary>
    [Fact]
    public async Task Two_who_end_each_other_leave_one()
    {
        var root = await place.Root();
        await place.Db(async db =>
        {
            foreach (var held in await db.Grants.Where(g => g.Role == Role.Administrator && g.Organisation.ParentId == null && g.EndedAt == null).ToListAsync())
            {
                held.End(place.Clock.UtcNow());
                db.Record(place.Clock.UtcNow(), Actor.System, Acts.RoleEnded, held);
            }
            return await db.SaveChangesAsync();
        });
        var (one, other) = (await place.Person("une-reine@example.org", "Une"), await place.Person("autre-reine@example.org", "Autre"));
        foreach (var person in new[] { one, other }) await place.Grant(person, root, Role.Administrator);
        await place.Db(async first =>
        {
            await End(first, one);
            await place.Db(async second => { await End(second, other); return await second.SaveChangesAsync(); });
            return await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => first.SaveChangesAsync());
        });
        Assert.Equal([one.Id], await place.Db(db => db.Grants.Where(g => g.OrganisationId == root.Id && g.Role == Role.Administrator && g.EndedAt == null).Select(g => g.PersonId).ToListAsync()));

        async Task End(AppDb db, Person person)
        {
            var grant = await db.Grants.Include(g => g.Organisation).SingleAsync(g => g.PersonId == person.Id);
            await db.KeepAnAdministrator(grant);
            grant.End(place.Clock.UtcNow());
            db.Record(place.Clock.UtcNow(), Actor.System, Acts.RoleEnded, grant);
        }
    }
}
