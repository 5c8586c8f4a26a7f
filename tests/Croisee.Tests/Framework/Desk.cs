using System.Text.RegularExpressions;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using PeopleActs = Croisee.People.Acts;

namespace Croisee.Tests.Framework;

/// <summary>Somebody at the staff's desk: an account, a role somewhere in the tree, signed in with the second factor passed.</summary>
static class Desk
{
    public static async Task<Organisation> Root(this Place place) => await place.Db(async db =>
    {
        if (await db.Organisations.SingleOrDefaultAsync(o => o.ParentId == null) is { } known) return known;
        var root = new Organisation("Croisée d’essai", OrganisationKind.Instance, null);
        db.Organisations.Add(root);
        db.Record(place.Clock.UtcNow(), Actor.System, PeopleActs.OrganisationCreated, root);
        await db.SaveChangesAsync();
        return root;
    });

    /// <summary>An administrator of the root, or of an organisation under it.</summary>
    public static async Task<Browser> Administrator(this Place place, string email, bool ofRoot = true)
    {
        var root = await place.Root();
        await place.Db(async db =>
        {
            var now = place.Clock.UtcNow();
            var person = new Person(email, "Admin " + email[..3], now);
            db.Persons.Add(person);
            db.Record(now, Actor.System, PeopleActs.PersonCreated, person);
            var parent = await db.Organisations.SingleAsync(o => o.Id == root.Id);
            var where = ofRoot ? parent : new Organisation("Région " + email, OrganisationKind.Region, parent);
            if (!ofRoot)
            {
                db.Organisations.Add(where);
                db.Record(now, Actor.System, PeopleActs.OrganisationCreated, where);
            }
            db.Grants.Add(new Grant(person, where, Role.Administrator, now));
            return await db.SaveChangesAsync();
        });
        return await place.SignIn(email);
    }

    static async Task<Browser> SignIn(this Place place, string email)
    {
        var browser = place.Browser();
        var asked = await (await browser.Open("/connexion")).Form("Recevoir un code").Fill("Votre adresse de courriel", email).Send();
        var code = "";
        for (var i = 0; i < 2400 && code.Length == 0; i++)
        {
            await Task.Delay(25);
            code = (await place.MailsTo(email)).Select(m => Regex.Match(m.Text, @"\d{3} \d{3}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value).SingleOrDefault() ?? "";
        }
        await asked.Form("Entrer").Fill("Code à 6 chiffres", code).Send();
        await place.Db(async db =>
        {
            var session = await db.Sessions.SingleAsync(s => s.Person.Email == email);
            session.PassSecondFactor(place.Clock.UtcNow());
            return await db.SaveChangesAsync();
        });
        return browser;
    }
}
