using System.Net;
using Croisee.Data;
using Croisee.People;
using Croisee.Rules;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.People;

public sealed class InvitationTest(InvitationTest.Hearing place) : IClassFixture<InvitationTest.Hearing>
{
    /// <summary>A higher room that hears accepted invitations, as Groups would to fill a seat.</summary>
    public sealed class Hearing : Place
    {
        public List<InvitationAccepted> Heard { get; } = [];
        protected override void Tweak(WebApplicationBuilder builder) => builder.Services.AddSingleton(Heard).AddScoped<IHear<InvitationAccepted>, Ear>();
        sealed class Ear(List<InvitationAccepted> heard) : IHear<InvitationAccepted>
        {
            public Task Hear(InvitationAccepted fact, CancellationToken cancel) { heard.Add(fact); return Task.CompletedTask; }
        }
    }

    [Fact]
    public async Task Gives_the_role_once_by_the_form_and_never_by_looking()
    {
        var home = await place.Organisation("EHPAD des Tilleuls");
        var link = await Invite("nouvelle@example.org", home, Role.Organiser);
        using var scanner = place.Browser();
        for (var i = 0; i < 3; i++) Assert.Equal("Vous êtes invité·e", (await scanner.Open(link)).Heading);
        using var browser = place.Browser();
        var page = await browser.Open(link);
        Assert.Contains("Chef vous invite et vous propose : le rôle « Organisation d’appels » pour EHPAD des Tilleuls", page.TextContent);
        Assert.Equal(HttpStatusCode.BadRequest, (await page.Form("Accepter et entrer").Send()).Status);
        var inside = await page.Form("Accepter et entrer").Fill("Votre nom d’affichage", "Nouvelle").Send();
        Assert.Equal("Bureau", inside.Heading);
        Assert.Contains("EHPAD des Tilleuls", inside.TextContent);
        var again = await browser.Open(link);
        Assert.Equal((HttpStatusCode.Gone, "Cette invitation ne sert plus"), (again.Status, again.Heading));
        var person = await place.Db(db => db.Persons.SingleAsync(p => p.Email == "nouvelle@example.org"));
        Assert.Contains(Acts.RoleGiven, await place.ActsOn(person.Id));
    }

    [Fact]
    public async Task Opens_one_session_when_the_form_comes_many_times_at_once()
    {
        var link = await Invite("course@example.org", await place.Organisation("Course"), Role.Moderator);
        var forms = new List<Form>();
        var browsers = Enumerable.Range(0, 12).Select(_ => place.Browser()).ToList();
        foreach (var browser in browsers) forms.Add((await browser.Open(link)).Form("Accepter et entrer").Fill("Votre nom d’affichage", "Course"));
        var pages = await Task.WhenAll(forms.Select(f => Task.Run(() => f.Send(follow: false))));
        Assert.Single(pages.Select(p => p.Status), HttpStatusCode.Redirect);
        Assert.DoesNotContain(pages.Select(p => p.Status), s => (int)s >= 500);
        Assert.Equal((1, 1), await place.Db(async db => (await db.Sessions.CountAsync(s => s.Person.Email == "course@example.org"), await db.Grants.CountAsync(g => g.Person.Email == "course@example.org"))));
        browsers.ForEach(b => b.Dispose());
    }

    /// <summary>The same browser clicks twice: one account, one session, and both answers lead in (S18).</summary>
    [Fact]
    public async Task Answers_a_second_click_of_the_same_browser_as_the_first()
    {
        var link = await Invite("deux-fois@example.org", await place.Organisation("Deux fois"), Role.Organiser);
        using var browser = place.Browser();
        var form = (await browser.Open(link)).Form("Accepter et entrer").Fill("Votre nom d’affichage", "Deux fois");
        var twins = Enumerable.Range(0, 8).Select(_ => form.By(browser.Twin())).ToList();
        var pages = await Task.WhenAll(twins.Select(t => Task.Run(() => t.Send(follow: false))));
        Assert.All(pages, p => Assert.Equal((HttpStatusCode.Redirect, "/bureau"), (p.Status, p.Response.Headers.Location?.ToString())));
        Assert.Equal(HttpStatusCode.Redirect, (await form.Send(follow: false)).Status);
        Assert.Equal((1, 1), await place.Db(async db => (await db.Sessions.CountAsync(s => s.Person.Email == "deux-fois@example.org"), await db.Grants.CountAsync(g => g.Person.Email == "deux-fois@example.org"))));
        place.Clock.Advance(Session.SecondClick + TimeSpan.FromSeconds(1));
        browser.Forget(SessionCookie.Name);
        Assert.Equal(HttpStatusCode.Gone, (await form.By(browser).Send(follow: false)).Status);
    }

    [Fact]
    public async Task Refuses_after_fourteen_days_after_a_revocation_and_the_old_link_after_a_new_one()
    {
        var home = await place.Organisation("Trop tard");
        var link = await Invite("tard@example.org", home, Role.Organiser);
        using var waiting = place.Browser();
        var open = await waiting.Open(link);
        place.Clock.Advance(Invitation.Life);
        using var browser = place.Browser();
        Assert.Equal(HttpStatusCode.Gone, (await browser.Open(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await open.Form("Accepter et entrer").Fill("Votre nom d’affichage", "Tard").Send()).Status);
        Assert.False(await place.Db(db => db.Persons.AnyAsync(p => p.Email == "tard@example.org")));
        var renewed = await Again("tard@example.org");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(link)).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.Open(renewed)).Status);
        await place.Db(async db =>
        {
            var invitation = await db.Invitations.SingleAsync(i => i.Email == "tard@example.org");
            invitation.Revoke(place.Clock.UtcNow());
            Croisee.Journal.Recording.Record(db, place.Clock.UtcNow(), Croisee.Journal.Actor.System, Acts.InvitationRevoked, invitation);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.Gone, (await browser.Open(renewed)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open("/invitation/" + new string('a', 32))).Status);
    }

    /// <summary>Whoever is about to lose a role gives it to nobody in advance; an invitation that waits is sent again by another (S16).</summary>
    [Fact]
    public async Task Does_not_outlive_the_right_of_whoever_sent_it()
    {
        var home = await place.Organisation("Maison aux rôles");
        var leaving = await place.Person("partante@example.org", "Partante");
        var grant = await place.Grant(leaving, home, Role.Administrator);
        var link = await place.With(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            services.GetRequiredService<Invite>().ToRole("attend@example.org", await db.Organisations.SingleAsync(o => o.Id == home.Id), Role.Administrator, await db.Persons.SingleAsync(p => p.Id == leaving.Id));
            await db.SaveChangesAsync();
            return await place.LinkIn("attend@example.org");
        });
        using var browser = place.Browser();
        var open = await browser.Open(link);
        Assert.Equal("Vous êtes invité·e", open.Heading);
        await place.Db(async db =>
        {
            var held = await db.Grants.SingleAsync(g => g.Id == grant.Id);
            held.End(place.Clock.UtcNow());
            Croisee.Journal.Recording.Record(db, place.Clock.UtcNow(), Croisee.Journal.Actor.System, Acts.RoleEnded, held);
            return await db.SaveChangesAsync();
        });
        foreach (var closed in new[] { await browser.Open(link), await open.Form("Accepter et entrer").Fill("Votre nom d’affichage", "Attend").Send() })
        {
            Assert.Equal((HttpStatusCode.Gone, "Cette invitation ne sert plus"), (closed.Status, closed.Heading));
            Assert.Contains("Partante n’administre plus Maison aux rôles. Ce n’est pas de votre fait", closed.TextContent);
        }
        Assert.False(await place.Db(db => db.Persons.AnyAsync(p => p.Email == "attend@example.org")));
        Assert.Equal("INV-SENDER", (await Assert.ThrowsAsync<RuleBroken>(() => place.With(async services =>
        {
            var invitation = await services.GetRequiredService<AppDb>().Invitations.Include(i => i.Organisation).SingleAsync(i => i.Email == "attend@example.org");
            return await services.GetRequiredService<AcceptInvitation>().Run(new Microsoft.AspNetCore.Http.DefaultHttpContext(), invitation, "Attend");
        }))).Code);
        var again = await browser.Open(await Again("attend@example.org"));
        Assert.Contains("Chef vous invite et vous propose", again.TextContent);
        await again.Form("Accepter et entrer").Fill("Votre nom d’affichage", "Attend").Send();
        Assert.True(await place.Db(db => db.Grants.AnyAsync(g => g.Person.Email == "attend@example.org" && g.Role == Role.Administrator)));
    }

    [Fact]
    public async Task Tells_the_room_that_gave_a_purpose_inside_the_save()
    {
        var subject = Guid.CreateVersion7();
        var link = await place.With(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var sender = await Chief(db);
            services.GetRequiredService<Invite>().ToSubject("siege@example.org", await db.Organisations.SingleAsync(o => o.ParentId == null), "un siège dans le groupe « Repas »", "siege", subject, sender);
            await db.SaveChangesAsync();
            return await place.LinkIn("siege@example.org");
        });
        using var browser = place.Browser();
        var page = await browser.Open(link);
        Assert.Contains("un siège dans le groupe « Repas »", page.TextContent);
        await page.Form("Accepter et entrer").Fill("Votre nom d’affichage", "Membre").Send();
        var person = await place.Db(db => db.Persons.SingleAsync(p => p.Email == "siege@example.org"));
        Assert.Contains(place.Heard, h => h.PersonId == person.Id && h.Purpose == "siege" && h.SubjectId == subject);
    }

    [Fact]
    public async Task Asks_no_name_of_who_has_an_account_and_asks_their_second_factor()
    {
        await place.Person("connue@example.org", "Connue");
        using var browser = place.Browser();
        await place.SignIn(browser, "connue@example.org");
        await browser.SetUp();
        var link = await Invite("connue@example.org", await place.Organisation("Chez connue"), Role.Facilitator);
        using var other = place.Browser();
        var after = await (await other.Open(link)).Form("Accepter et entrer").Send();
        Assert.Equal("Écrivez le code de votre application", after.Heading);
    }

    Task<string> Invite(string email, Organisation home, Role role) => place.With(async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        services.GetRequiredService<Invite>().ToRole(email, await db.Organisations.SingleAsync(o => o.Id == home.Id), role, await Chief(db));
        await db.SaveChangesAsync();
        return await place.LinkIn(email);
    });

    Task<string> Again(string email) => place.With(async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        var link = services.GetRequiredService<Invite>().Again(await db.Invitations.SingleAsync(i => i.Email == email), await Chief(db));
        await db.SaveChangesAsync();
        return new Uri(link).AbsolutePath;
    });

    async Task<Person> Chief(AppDb db) => await db.Persons.SingleOrDefaultAsync(p => p.Email == "chef@example.org") ?? await Made(db);

    async Task<Person> Made(AppDb db)
    {
        await place.Grant(await place.Person("chef@example.org", "Chef"), await place.Root(), Role.Administrator);
        return await db.Persons.SingleAsync(p => p.Email == "chef@example.org");
    }
}
