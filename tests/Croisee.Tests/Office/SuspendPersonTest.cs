using Croisee.Data;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.People;
using Croisee.Tests.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Office;

/// <summary>The administration keeps somebody out at once, lets them in again, or closes their account for good; with a reason and a letter, never over itself, and only where it administers all that the person holds (S16).</summary>
public sealed class SuspendPersonTest(Place place) : IClassFixture<Place>
{
    static async Task<Page> Do(Browser by, string email, string deed, string reason = "Des menaces répétées.") =>
        await (await by.Open("/bureau/comptes/suspendre")).Form("Le faire maintenant").Fill("Adresse du compte", email).Choose(deed).Fill("Raison", reason).Send();

    Task<Person> Now(Person person) => place.Db(db => db.Persons.AsNoTracking().SingleAsync(p => p.Id == person.Id));

    [Fact]
    public async Task Keeps_an_open_session_out_at_the_next_request_until_the_account_is_opened_again()
    {
        var organisation = await place.Given.AnOrganisation();
        var person = await place.Given.AnAccount("Suspendue", Role.Organiser, organisation);
        using var session = await place.Given.SignedIn(person);
        Assert.Equal("/bureau/groupes", (await session.Open("/bureau/groupes")).Path);
        using var administrator = await place.Given.APerson("Administre", Role.Administrator, organisation);
        Assert.Contains("Dites pourquoi", (await Do(administrator, person.Email, "Le suspendre", "")).Errors.Single());
        Assert.Contains("Le compte est suspendu", (await Do(administrator, $" {person.Email.ToUpperInvariant()} ", "Le suspendre")).TextContent);
        Assert.StartsWith("/connexion", (await session.Open("/bureau/groupes")).Path, StringComparison.Ordinal);
        Assert.Contains("déjà suspendu", (await Do(administrator, person.Email, "Le suspendre")).TextContent);
        Assert.Contains("compte suspendu", (await administrator.Open("/bureau/structures/" + organisation.Reference)).TextContent);
        Assert.Contains("Des menaces répétées.", Assert.Single(await place.MailsTo(person.Email)).Text);

        // No code leaves for it.
        using var outside = place.Browser();
        await (await outside.Open("/connexion")).Form("Recevoir un code").Fill("Votre adresse de courriel", person.Email).Send();
        await place.Given.TheJobRan(SendSignInCodes.Job);
        Assert.DoesNotContain(await place.MailsTo(person.Email), m => Signing.CodeIn(m.Text).Length > 0);

        Assert.Contains("Le compte est rouvert", (await Do(administrator, person.Email, "Le rouvrir", "Une explication a été donnée.")).TextContent);
        Assert.Contains("n’est pas suspendu", (await Do(administrator, person.Email, "Le rouvrir")).TextContent);
        // The session that ended stays so; the role was kept.
        Assert.StartsWith("/connexion", (await session.Open("/bureau/groupes")).Path, StringComparison.Ordinal);
        using var again = await place.Given.SignedIn(person);
        Assert.Equal("/bureau/groupes", (await again.Open("/bureau/groupes")).Path);
        Assert.Equal("compte.suspendu, compte.rouvert", string.Join(", ", (await place.ActsOn(person.Id)).Where(a => a.StartsWith("compte.", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Closes_an_account_for_good_with_a_last_letter_and_ends_its_seats()
    {
        var organisation = await place.Given.AnOrganisation();
        var given = await place.Given.AGroupOf(organisation, 1, 1);
        var (person, email) = (given.Members[0], given.Members[0].Email);
        using var session = await place.Given.SignedIn(person);
        using var administrator = await place.Given.APerson("Administre le groupe", Role.Administrator, organisation);
        Assert.Contains("Le compte est fermé", (await Do(administrator, email, "Le fermer")).TextContent);
        Assert.StartsWith("/connexion", (await session.Open("/groupes")).Path, StringComparison.Ordinal);
        Assert.True((await Now(person)).IsClosed);
        Assert.Equal("Votre compte est fermé", Assert.Single(await place.MailsTo(email)).Subject);
        var by = await place.Db(db => db.JournalEntries.AsNoTracking().SingleAsync(e => e.SubjectId == person.Id && e.Act == Croisee.People.Acts.AccountClosed));
        Assert.Equal(("Des menaces répétées.", false), (by.Reason, by.ActorId == person.Id));
        Assert.DoesNotContain(await place.Db(db => db.Groups.AsNoTracking().Whole().Where(g => g.Id == given.Group.Id).SelectMany(g => g.Seats).Select(s => s.Label).ToListAsync()), l => l == "Membre 1");
        Assert.Contains("Aucun compte que vous administrez", (await Do(administrator, email, "Le rouvrir")).Errors.Single());
    }

    [Fact]
    public async Task Is_refused_over_oneself_over_others_elsewhere_and_over_the_last_who_administers()
    {
        var (here, elsewhere) = (await place.Given.AnOrganisation(), await place.Given.AnOrganisation());
        var person = await place.Given.AnAccount("Organise ici et là", Role.Organiser, here);
        await place.Given.AGrant(person, Role.Organiser, elsewhere);
        using var local = await place.Given.APerson("Administre ici", Role.Administrator, here);
        var nobody = await place.Given.AnAccount("Sans rien");
        foreach (var email in new[] { person.Email, nobody.Email, "inconnue@example.org" })
            Assert.Contains("Aucun compte que vous administrez", (await Do(local, email, "Le suspendre")).Errors.Single());
        var first = await place.Given.AnAccount("Administre tout", Role.Administrator);
        using var instance = await place.Given.SignedIn(first);
        Assert.Contains("son propre compte", (await Do(instance, first.Email, "Le suspendre")).Errors.Single());
        Assert.Contains("Le compte est suspendu", (await Do(instance, nobody.Email, "Le suspendre")).TextContent);

        // A suspended administrator does not count as one who is left.
        var second = await place.Given.AnAccount("Administre aussi", Role.Administrator);
        using var other = await place.Given.SignedIn(second);
        foreach (var known in await place.Db(db => db.Grants.Where(g => g.Role == Role.Administrator && g.EndedAt == null && g.Organisation.ParentId == null && g.PersonId != first.Id && g.PersonId != second.Id).Select(g => g.Person.Email).Distinct().ToListAsync()))
            await Do(instance, known, "Le suspendre");
        Assert.Contains("Le compte est suspendu", (await Do(instance, second.Email, "Le suspendre")).TextContent);
        await place.With(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            var grant = await db.Grants.Include(g => g.Organisation).FirstAsync(g => g.PersonId == first.Id && g.Role == Role.Administrator && g.EndedAt == null);
            Assert.Equal("ROL-LAST", (await Assert.ThrowsAsync<Rules.RuleBroken>(() => db.KeepAnAdministrator(grant))).Code);
            return 0;
        });
    }
}
