using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Tests.People;

/// <summary>People of a test and their ways in, by the pages that real people use.</summary>
static class Signing
{
    public static Task<Organisation> Root(this Place place) => place.Db(db => db.Organisations.AsNoTracking().SingleAsync(o => o.ParentId == null));

    public static Task<Person> Person(this Place place, string email, string name) => place.Db(async db =>
    {
        var person = new Person(email, name, place.Clock.UtcNow());
        db.Persons.Add(person);
        db.Record(place.Clock.UtcNow(), Actor.System, Acts.PersonCreated, person);
        await db.SaveChangesAsync();
        return person;
    });

    public static Task<Organisation> Organisation(this Place place, string name, Organisation? parent = null) => place.Db(async db =>
    {
        var under = await db.Organisations.SingleAsync(o => parent == null ? o.ParentId == null : o.Id == parent.Id);
        var organisation = new Organisation(name, OrganisationKind.Establishment, under);
        db.Organisations.Add(organisation);
        db.Record(place.Clock.UtcNow(), Actor.System, Acts.OrganisationCreated, organisation);
        await db.SaveChangesAsync();
        return organisation;
    });

    public static Task<Grant> Grant(this Place place, Person person, Organisation organisation, Role role) => place.Db(async db =>
    {
        var grant = new Grant(await db.Persons.SingleAsync(p => p.Id == person.Id), await db.Organisations.SingleAsync(o => o.Id == organisation.Id), role, place.Clock.UtcNow());
        db.Grants.Add(grant);
        db.Record(place.Clock.UtcNow(), Actor.System, Acts.RoleGiven, grant);
        await db.SaveChangesAsync();
        return grant;
    });

    /// <summary>Asks for a code, waits for the mail, types the code; gives the page that follows.</summary>
    public static async Task<Page> SignIn(this Place place, Browser browser, string email, string path = "/connexion")
    {
        var before = (await place.MailsTo(email)).Count;
        var asked = await (await browser.Open(path)).Form("Recevoir un code").Fill("Votre adresse de courriel", email).Send();
        var mail = await Until(async () => (await place.MailsTo(email)).Skip(before).FirstOrDefault());
        return await asked.Form("Entrer").Fill("Code à 6 chiffres", CodeIn(mail.Text)).Send();
    }

    public static string CodeIn(string text) => Regex.Match(text, @"\d{3} \d{3}").Value;

    /// <summary>Sets up the second factor by the page; gives the key in base 32 and the recovery codes.</summary>
    public static async Task<(string Key, IReadOnlyList<string> Recovery, Page After)> SetUp(this Browser browser, string path = "/compte/second-facteur")
    {
        var page = await browser.Open(path);
        var key = string.Concat(page.Document.QuerySelectorAll(".secret b").Select(b => b.TextContent));
        var after = await page.Form("Activer").Fill("Code à 6 chiffres de l’application", Totp(key)).Send();
        return (key, [.. after.Document.QuerySelectorAll("ol.codes code").Select(c => c.TextContent)], after);
    }

    /// <summary>RFC 6238 by the book: HMAC-SHA1 of the count of 30-second steps, truncated to six digits. The framework reads the real clock.</summary>
    public static string Totp(string base32, int step = 0)
    {
        const string Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(base32.Select(c => Convert.ToString(Signs.IndexOf(c), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var count = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30 + step;
#pragma warning disable CA5350 // The RFC says SHA-1.
        var hash = HMACSHA1.HashData(key, BitConverter.GetBytes(count).Reverse().ToArray());
#pragma warning restore CA5350
        var at = hash[^1] & 15;
        var number = ((hash[at] & 127) << 24 | hash[at + 1] << 16 | hash[at + 2] << 8 | hash[at + 3]) % 1_000_000;
        return number.ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Waits for what the product does by itself. A minute: machines are busy.</summary>
    public static async Task<T> Until<T>(Func<Task<T?>> look) where T : class
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(1);)
        {
            if (await look() is { } found) return found;
            await Task.Delay(25);
        }
        throw new Xunit.Sdk.XunitException("Nothing came.");
    }

    public static async Task<string> LinkIn(this Place place, string email) => Regex.Match((await Until(async () => (await place.MailsTo(email)).LastOrDefault(m => m.Text.Contains("/invitation/")))).Text, @"/invitation/[a-z0-9]{32}").Value;

    public static Task<List<string>> ActsOn(this Place place, Guid subject) => place.Db(db => db.JournalEntries.Where(e => e.SubjectId == subject).OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => e.Act).ToListAsync());
}
