using Croisee.Journal;
using Croisee.People;
using Croisee.Tests.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Office;

/// <summary>An account that somebody moved to an address of their own is given back to the address that it left, as the letter there says; and to nobody else.</summary>
public sealed class GiveBackTest(Place place) : IClassFixture<Place>
{
    /// <summary>Whoever holds this session moves the account to an address of theirs.</summary>
    async Task<Browser> Moved(string from, string to)
    {
        var thief = place.Browser();
        await place.SignIn(thief, from);
        var asked = await (await thief.Open("/compte/adresse")).Form("Recevoir un code à cette adresse").Fill("Nouvelle adresse de courriel", to).Send();
        var code = Signing.CodeIn((await Signing.Until(async () => (await place.MailsTo(to)).LastOrDefault(m => m.Text.Contains("pour entrer dans son compte")))).Text);
        await asked.Form("Changer d’adresse").Fill("Code à 6 chiffres", code).Send();
        Assert.Contains("rendre le compte à cette adresse", (await Signing.Until(async () => (await place.MailsTo(from)).FirstOrDefault(m => m.Subject.Contains("a changé")))).Text);
        return thief;
    }

    Task<string> EmailOf(Person person) => place.Db(db => db.Persons.Where(p => p.Id == person.Id).Select(p => p.Email).SingleAsync());

    static async Task<Page> Give(Browser browser, string email, string reason = "Rappelée, reconnue à la voix.") =>
        await (await browser.Open("/bureau/comptes/rendre")).Form("Rendre le compte").Fill("Adresse d’avant", email).Fill("Raison, et comment vous avez vérifié", reason).Send();

    [Fact]
    public async Task Goes_back_to_the_address_it_left_with_its_sessions_ended_and_both_addresses_told()
    {
        var person = await place.Person("victime@example.org", "Qui a tout perdu");
        var thief = await Moved("victime@example.org", "voleur@example.org");
        Assert.Equal("voleur@example.org", await EmailOf(person));
        using var administrator = await place.Given.APerson("Administre l’instance", Role.Administrator);
        var missing = await (await (await administrator.Open("/bureau/structures")).Follow("Rendre un compte à qui l’a perdu")).Form("Rendre le compte").Fill("Adresse d’avant", "victime@example.org").Send();
        Assert.Contains("Dites pourquoi", missing.Errors.Single());
        Assert.Contains("n’a quitté cette adresse", (await Give(administrator, "inconnue@example.org")).Errors.Single());
        Assert.Contains("Le compte est rendu", (await Give(administrator, " Victime@Example.org ")).TextContent);
        Assert.Equal("victime@example.org", await EmailOf(person));
        Assert.Contains("/connexion", (await thief.Open("/compte")).Path);
        await Signing.Until(async () => (await place.MailsTo("victime@example.org")).FirstOrDefault(m => m.Subject.Contains("vous est rendu")));
        await Signing.Until(async () => (await place.MailsTo("voleur@example.org")).FirstOrDefault(m => m.Subject.Contains("ne sert plus")));
        var entry = await place.Db(db => db.JournalEntries.AsNoTracking().SingleAsync(e => e.SubjectId == person.Id && e.Act == Croisee.People.Acts.AccountGivenBack));
        Assert.Equal("Rappelée, reconnue à la voix.", entry.Reason);
        // Once is enough, and who took it has no former address to claim.
        foreach (var claimed in new[] { "victime@example.org", "voleur@example.org" }) Assert.Contains("n’a quitté cette adresse", (await Give(administrator, claimed)).Errors.Single());
        using var again = place.Browser();
        Assert.DoesNotContain("/connexion", (await place.SignIn(again, "victime@example.org")).Path);
        thief.Dispose();
    }

    [Fact]
    public async Task Is_refused_to_oneself_to_other_structures_after_a_month_and_when_the_address_serves_another()
    {
        var (here, elsewhere) = (await place.Given.AnOrganisation(), await place.Given.AnOrganisation());
        var person = await place.Person("organise-ici@example.org", "Organise ici");
        await place.Grant(person, here, Role.Organiser);
        (await Moved("organise-ici@example.org", "pris@example.org")).Dispose();
        using var other = await place.Given.APerson("Administre ailleurs", Role.Administrator, elsewhere);
        Assert.Contains("n’a quitté cette adresse", (await Give(other, "organise-ici@example.org")).Errors.Single());
        await place.Grant(person, elsewhere, Role.Organiser);
        using var local = await place.Given.APerson("Administre ici", Role.Administrator, here);
        Assert.Contains("n’a quitté cette adresse", (await Give(local, "organise-ici@example.org")).Errors.Single());

        var me = await place.Person("moi-avant@example.org", "Moi");
        (await Moved("moi-avant@example.org", "moi-apres@example.org")).Dispose();
        await place.Grant(me, await place.Given.TheInstance(), Role.Administrator);
        using var self = await place.Given.SignedIn(await place.Db(db => db.Persons.SingleAsync(p => p.Id == me.Id)));
        Assert.Contains("à soi-même", (await Give(self, "moi-avant@example.org")).Errors.Single());

        await place.Person("moi-avant@example.org", "Arrivée depuis");
        using var instance = await place.Given.APerson("Administre tout", Role.Administrator);
        Assert.Contains("sert maintenant à un autre compte", (await Give(instance, "moi-avant@example.org")).Errors.Single());
        place.Clock.Advance(EmailChange.FormerKept + TimeSpan.FromMinutes(1));
        using var later = await place.Given.APerson("Administre plus tard", Role.Administrator);
        Assert.Contains("n’a quitté cette adresse", (await Give(later, "organise-ici@example.org")).Errors.Single());
        Assert.Equal("pris@example.org", await EmailOf(person));
    }

    [Fact]
    public async Task The_address_that_was_left_is_forgotten_after_a_month_and_the_others_after_a_day()
    {
        var person = await place.Person("gardee@example.org", "Gardée un mois");
        (await Moved("gardee@example.org", "suivante@example.org")).Dispose();
        place.Clock.Advance(TimeSpan.FromDays(2));
        await place.Given.TheJobRan(Forgetting);
        Assert.Equal("gardee@example.org", await place.Db(db => db.EmailChanges.Where(c => c.PersonId == person.Id).Select(c => c.FormerEmail).SingleAsync()));
        place.Clock.Advance(EmailChange.FormerKept);
        await place.Given.TheJobRan(Forgetting);
        Assert.False(await place.Db(db => db.EmailChanges.AnyAsync(c => c.PersonId == person.Id)));
    }

    const string Forgetting = "oublier les demandes et les sessions anciennes";
}
