using System.Net;
using System.Text.RegularExpressions;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Experiences.Exchange;
using Croisee.Journal;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Croisee.Tests.Experiences.ExchangeFiles;

namespace Croisee.Tests.Experiences;

/// <summary>A lost code is made again: by whoever writes along, or sent to the address that was given, unseen by whoever sends it (EXP-R10, EXP-R12).</summary>
public sealed class LostCodeTest(RoamingPlace place) : IClassFixture<RoamingPlace>
{
    const string Send = "Envoyer un nouveau code";

    async Task<Page> Enter(string code) => await (await place.Browser().Open("/suivre")).Form("Voir où elle en est").Fill("Votre code", code).Send();

    static string CodeIn(string text) => Regex.Match(text, "[a-z]{4}(?:-[a-z]{4}){6}").Value;

    async Task<(GivenExperience Given, Browser Officer, Organisation Organisation)> AnExperienceAndItsOfficer()
    {
        var organisation = await place.Given.AnOrganisation();
        return (await place.Given.ASubmittedExperience(await place.Given.AnOpenCall(organisation)), await place.Given.APerson("Camille", Role.ContactOfficer, organisation), organisation);
    }

    [Fact]
    public async Task Sends_a_new_code_to_the_address_given_without_showing_either()
    {
        var (given, officer, organisation) = await AnExperienceAndItsOfficer();
        await place.Given.AContact(given, "perdue@example.org");
        var page = await (await officer.Open($"/bureau/experiences/{given.Reference}/contact")).Follow("Code perdu : en envoyer un nouveau");
        var refused = await page.Form(Send).Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Écrivez pourquoi", refused.Errors[0]);
        Assert.Empty(await place.MailsTo("perdue@example.org"));
        var sent = await refused.Form(Send).Fill("Pourquoi envoyer un nouveau code ?", "Elle a perdu le sien.").Send();
        Assert.Contains("Un nouveau code part", sent.TextContent);
        var code = CodeIn(Assert.Single(await place.MailsTo("perdue@example.org")).Text);
        Assert.DoesNotContain(code, sent.Source);
        Assert.DoesNotContain("perdue@", page.Source + sent.Source);
        Assert.Equal(HttpStatusCode.BadRequest, (await Enter(given.Code)).Status);
        Assert.Equal($"/suivre/fiche/{given.Reference}", (await Enter(code)).Path);
        var entry = await place.Db(db => db.JournalEntries.AsNoTracking().SingleAsync(e => e.SubjectId == given.Id && e.Act == Croisee.Experiences.Acts.CodeRemade));
        Assert.Equal(("Elle a perdu le sien.", ActorKind.Person), (entry.Reason, entry.ActorKind));
        using var moderator = await place.Given.APerson("Modératrice", Role.Moderator, organisation);
        Assert.Equal(HttpStatusCode.NotFound, (await moderator.Open($"/bureau/experiences/{given.Reference}/code")).Status);
    }

    [Fact]
    public async Task Says_why_no_code_can_leave()
    {
        var (given, officer, _) = await AnExperienceAndItsOfficer();
        Assert.Contains("aucun code ne peut partir", (await officer.Open($"/bureau/experiences/{given.Reference}/code")).TextContent);
        await place.Given.AContact(given, "retiree@example.org");
        await place.Given.ItPassed(given, ExperienceState.Withdrawn);
        Assert.Contains("n’ouvrirait plus rien", (await officer.Open($"/bureau/experiences/{given.Reference}/code")).TextContent);
    }

    [Fact]
    public async Task Asks_which_code_is_lost_and_leaves_the_others_alone()
    {
        var (given, officer, _) = await AnExperienceAndItsOfficer();
        await place.Given.AContact(given, "deux@example.org");
        var other = await ASecondAuthor(given);
        var page = await officer.Open($"/bureau/experiences/{given.Reference}/code");
        var refused = await page.Form(Send).Fill("Pourquoi envoyer un nouveau code ?", "Perdu en chemin.").Send();
        Assert.Equal(["Dites quel code est perdu."], refused.Errors);
        await refused.Form(Send).Choose("Professionnel·le").Send();
        Assert.Equal(HttpStatusCode.BadRequest, (await Enter(other)).Status);
        Assert.Equal($"/suivre/fiche/{given.Reference}", (await Enter(given.Code)).Path);
    }

    [Fact]
    public async Task Lets_whoever_writes_along_make_it_again_after_sending()
    {
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall());
        var lost = await ASecondAuthor(given);
        using var author = await place.Given.AnAuthorOf(given);
        var list = await (await author.Open($"/suivre/fiche/{given.Reference}")).Follow("Voir qui a un code, en refaire un, en retirer un");
        var asked = await author.Open(list.Document.QuerySelectorAll("a").Single(a => Page.Text(a).StartsWith("Refaire ce code", StringComparison.Ordinal)).GetAttribute("href")!);
        var shown = await asked.Form("Refaire ce code").Send();
        var code = string.Join('-', shown.Document.QuerySelectorAll(".secret b").Select(Page.Text));
        Assert.Equal(HttpStatusCode.BadRequest, (await Enter(lost)).Status);
        Assert.Equal($"/suivre/fiche/{given.Reference}", (await Enter(code)).Path);
        Assert.Equal($"/suivre/fiche/{given.Reference}", (await Enter(given.Code)).Path);
    }

    [Fact]
    public async Task Opens_what_came_in_from_a_file_with_the_code_that_is_sent_with_it_or_afterwards()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation);
        await Import(call.Slug, "avec@example.org", codes: true);
        await Import(call.Slug, "sans@example.org", codes: false);
        Assert.Equal($"/suivre/fiche/{await ReferenceFor("avec@example.org")}", (await Enter(CodeIn(Assert.Single(await place.MailsTo("avec@example.org")).Text))).Path);
        Assert.Empty(await place.MailsTo("sans@example.org"));
        using var officer = await place.Given.APerson("Camille", Role.ContactOfficer, organisation);
        var reference = await ReferenceFor("sans@example.org");
        await (await officer.Open($"/bureau/experiences/{reference}/code")).Form(Send).Choose("Personne concernée").Fill("Pourquoi envoyer un nouveau code ?", "Venue d’un fichier.").Send();
        Assert.Equal($"/suivre/fiche/{reference}", (await Enter(CodeIn(Assert.Single(await place.MailsTo("sans@example.org")).Text))).Path);
    }

    Task<int> Import(string slug, string address, bool codes) => place.With(async services =>
    {
        var file = Path.Combine(place.Storage.DataFolder, $"{address}.csv");
        var rows = Complete(slug, 1).Split("\r\n");
        await File.WriteAllTextAsync(file, $"{rows[0]};contact_nom;contact_mail\n{rows[1]};Jeanne;{address}\n");
        using var read = File.OpenRead(file);
        var outcome = await services.GetRequiredService<ImportExperiences>().Run(read, file, new(null, false, SendCodes: codes), TextWriter.Null);
        Assert.Empty(outcome.Errors);
        return outcome.Experiences;
    });

    Task<string> ReferenceFor(string address) => place.With(async services =>
    {
        var (db, contacts) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<ContactStore>());
        foreach (var experience in await db.Experiences.AsNoTracking().Select(e => new { e.Id, e.Reference }).ToListAsync())
            if (await contacts.AddressOf(experience.Id) == address) return experience.Reference;
        throw new Xunit.Sdk.XunitException($"Nothing came in for {address}.");
    });

    async Task<string> ASecondAuthor(GivenExperience given)
    {
        var code = SpokenCode.New();
        await place.Db(async db =>
        {
            var experience = await db.Experiences.Include(e => e.Authors).SingleAsync(e => e.Id == given.Id);
            db.Authors.Add(experience.Invite(Voice.Professional, SpokenCode.Hash(SpokenCode.Read(code)!), place.Clock.UtcNow()));
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", experience);
            return await db.SaveChangesAsync();
        });
        return code;
    }
}
