using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.People;

/// <summary>What arrives is told to who organises; to who administers only where nobody does.</summary>
public sealed class WhoOrganisesTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Is_whoever_administers_until_somebody_organises()
    {
        var organisation = await place.Given.AnOrganisation();
        var administrator = await place.Given.AnAccount("Seule ici", Role.Administrator, organisation);
        Assert.Equal([administrator.Id], await Told());
        var organiser = await place.Given.AnAccount("Qui organise", Role.Organiser, organisation);
        Assert.Equal([organiser.Id], await Told());

        Task<List<Guid>> Told() => place.Db(db => db.Organising(organisation.Path).Where(g => g.OrganisationId == organisation.Id).Select(g => g.PersonId).ToListAsync());
    }
}
