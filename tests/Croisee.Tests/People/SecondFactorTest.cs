using System.Net;
using Croisee.Data;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.People;

[Trait("kind", "slow")]
public sealed class SecondFactorTest(Place place) : IClassFixture<Place>
{
    const string CodeField = "Code de l’application, ou code de secours";

    [Fact]
    public async Task Leads_a_role_that_needs_it_to_set_it_up_then_asks_it_at_each_sign_in()
    {
        var person = await place.Person("adm@example.org", "Adm");
        await place.Grant(person, await place.Root(), Role.Administrator);
        using var browser = place.Browser();
        var first = await place.SignIn(browser, "adm@example.org");
        Assert.Equal("Ajouter un second facteur", first.Heading);
        Assert.Equal("Ajouter un second facteur", (await browser.Open("/bureau/structures")).Heading);
        var (key, recovery, after) = await browser.SetUp("/compte/second-facteur?retour=%2Fbureau%2Fstructures");
        Assert.Equal("Gardez ces codes de secours", after.Heading);
        Assert.Equal(10, recovery.Distinct().Count());
        Assert.Equal("Structures et rôles", (await after.Follow("C’est fait, continuer")).Heading);
        Assert.Equal("Faire de nouveaux codes de secours", (await browser.Open("/compte/second-facteur/codes")).Heading);

        using var other = place.Browser();
        var asked = await place.SignIn(other, "adm@example.org", "/connexion?retour=%2Fbureau");
        Assert.Equal("Écrivez le code de votre application", asked.Heading);
        Assert.Equal("Écrivez le code de votre application", (await other.Open("/compte")).Heading);
        var wrong = await asked.Form("Entrer").Fill(CodeField, "000000").Send();
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        var inside = await wrong.Form("Entrer").Fill(CodeField, Signing.Totp(key, step: 1)).Send();
        Assert.Equal("Bureau", inside.Heading);
        Assert.Contains(Acts.SecondFactorPassed, await place.ActsOn(person.Id));
        var stored = await place.Db(db => db.Persons.SingleAsync(p => p.Id == person.Id));
        Assert.DoesNotContain(key, stored.TotpKey);
        Assert.All(recovery, code => Assert.DoesNotContain(code, stored.RecoveryCodes));
    }

    [Fact]
    public async Task Takes_each_code_once_whether_of_the_app_or_of_recovery()
    {
        await place.Person("une-fois@example.org", "Une fois");
        using var browser = place.Browser();
        await place.SignIn(browser, "une-fois@example.org");
        var (key, recovery, _) = await browser.SetUp();
        var code = Signing.Totp(key, step: 1);
        Assert.Equal("/", await Try("une-fois@example.org", code));
        Assert.Null(await Try("une-fois@example.org", code));
        place.Clock.Advance(SignInRequest.Life);
        Assert.NotNull(await Try("une-fois@example.org", recovery[3].ToLowerInvariant().Replace('-', ' ')));
        place.Clock.Advance(SignInRequest.Life);
        Assert.Null(await Try("une-fois@example.org", recovery[3]));
        Assert.Equal(9, (await place.Db(db => db.Persons.SingleAsync(p => p.Email == "une-fois@example.org"))).RecoveryCodesLeft);
    }

    [Fact]
    public async Task Refuses_the_eleventh_try_even_right_then_lets_in_after_fifteen_minutes()
    {
        await place.Person("essais@example.org", "Essais");
        using var browser = place.Browser();
        await place.SignIn(browser, "essais@example.org");
        var (key, _, _) = await browser.SetUp();
        using var other = place.Browser();
        var page = await place.SignIn(other, "essais@example.org");
        for (var i = 0; i < SecondFactor.TriesMax; i++) page = await page.Form("Entrer").Fill(CodeField, "111 111").Send();
        page = await page.Form("Entrer").Fill(CodeField, Signing.Totp(key, step: 1)).Send();
        Assert.Equal(["Trop d’essais. Attendez 15 minutes, puis réessayez."], page.Errors);
        place.Clock.Advance(SecondFactor.Window + TimeSpan.FromSeconds(1));
        page = await page.Form("Entrer").Fill(CodeField, Signing.Totp(key, step: 1)).Send();
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task Lets_one_in_when_the_same_code_comes_many_times_at_once()
    {
        var person = await place.Person("ensemble@example.org", "Ensemble");
        using var browser = place.Browser();
        await place.SignIn(browser, "ensemble@example.org");
        var (key, recovery, _) = await browser.SetUp();
        foreach (var code in new[] { Signing.Totp(key, step: 1), recovery[0] })
        {
            var proofs = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => place.With(async services =>
            {
                var db = (AppDb)services.GetService(typeof(AppDb))!;
                var factor = (SecondFactor)services.GetService(typeof(SecondFactor))!;
                var found = await db.Persons.SingleAsync(p => p.Id == person.Id);
                var proof = await factor.Try(found, code);
                Croisee.Journal.Recording.Record(db, place.Clock.UtcNow(), Croisee.Journal.Actor.Person(person.Id), Acts.RecoveryCodeUsed, found);
                try { await db.SaveChangesAsync(); }
                catch (DbUpdateConcurrencyException) { return Proof.Wrong; }
                return proof;
            }))));
            Assert.Single(proofs, p => p is Proof.Code or Proof.RecoveryCode);
        }
    }

    /// <summary>Who clicks twice is let in twice, in the same session; the act is written once (S18).</summary>
    [Fact]
    public async Task Answers_a_second_click_of_the_same_session_as_the_first()
    {
        var person = await place.Person("double@example.org", "Double clic");
        using var browser = place.Browser();
        await place.SignIn(browser, "double@example.org");
        var (key, recovery, _) = await browser.SetUp();
        foreach (var (code, act) in new[] { (Signing.Totp(key, step: 1), Acts.SecondFactorPassed), (recovery[0], Acts.RecoveryCodeUsed) })
        {
            using var other = place.Browser();
            var form = (await place.SignIn(other, "double@example.org")).Form("Entrer").Fill(CodeField, code);
            var statuses = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () => (await form.By(other.Twin()).Send(follow: false)).Status)));
            Assert.All(statuses, s => Assert.Equal(HttpStatusCode.Redirect, s));
            Assert.Single(await place.ActsOn(person.Id), act);
            Assert.Equal("Mon compte", (await other.Open("/compte")).Heading);
            place.Clock.Advance(SignInRequest.Life);
            using var later = place.Browser();
            Assert.Equal(HttpStatusCode.BadRequest, (await (await place.SignIn(later, "double@example.org")).Form("Entrer").Fill(CodeField, code).Send()).Status);
        }
    }

    [Fact]
    public async Task Stops_only_with_a_code_and_closes_other_devices()
    {
        var person = await place.Person("stop@example.org", "Stop");
        using var browser = place.Browser();
        await place.SignIn(browser, "stop@example.org");
        var (key, _, _) = await browser.SetUp();
        using var awaiting = place.Browser();
        await place.SignIn(awaiting, "stop@example.org");
        var page = await browser.Open("/compte/second-facteur/arreter");
        Assert.Equal(HttpStatusCode.BadRequest, (await page.Form("Arrêter le second facteur").Fill(CodeField, "222222").Send()).Status);
        var stopped = await page.Form("Arrêter le second facteur").Fill(CodeField, Signing.Totp(key, step: 1)).Send();
        Assert.Equal("Ajouter un second facteur", stopped.Heading);
        Assert.Equal("Se connecter", (await awaiting.Open("/compte")).Heading);
        Assert.Contains(Acts.SecondFactorStopped, await place.ActsOn(person.Id));
    }

    [Fact]
    public async Task Opens_nothing_by_a_waiting_role_beside_one_that_needs_no_second_factor()
    {
        var person = await place.Person("deux-roles@example.org", "Deux");
        var root = await place.Root();
        await place.Grant(person, root, Role.Organiser);
        await place.Grant(person, root, Role.Administrator);
        using var browser = place.Browser();
        await place.SignIn(browser, "deux-roles@example.org");
        var desk = await browser.Open("/bureau");
        Assert.Equal("Bureau", desk.Heading);
        Assert.DoesNotContain("Bilan de l’instance", desk.TextContent);
        Assert.Equal("Ajouter un second facteur", (await browser.Open("/bureau/bilan")).Heading);
    }

    /// <summary>Else who found an open session would set up their own telephone, and pass every later proof with it (S31).</summary>
    [Fact]
    public async Task Is_set_up_only_by_who_has_just_proved_the_account_and_its_owner_is_told()
    {
        var person = await place.Person("trouvee@example.org", "Session trouvée");
        using var browser = place.Browser();
        await place.SignIn(browser, "trouvee@example.org");
        var page = await browser.Open("/compte/second-facteur");
        var key = string.Concat(page.Document.QuerySelectorAll(".secret b").Select(b => b.TextContent));
        place.Clock.Advance(FreshSignIn.Life + TimeSpan.FromMinutes(1));
        Assert.StartsWith("/connexion?retour=", (await browser.Open("/compte/second-facteur?retour=%2Fbureau")).Path);
        var late = await page.Form("Activer").Fill("Code à 6 chiffres de l’application", Signing.Totp(key)).Send(follow: false);
        Assert.Equal(HttpStatusCode.Unauthorized, late.Status);
        Assert.Contains("Rien n’est perdu", late.TextContent);
        Assert.Null(await place.Db(db => db.Persons.Where(p => p.Id == person.Id).Select(p => p.TotpSince).SingleAsync()));

        Assert.Equal("/compte/second-facteur", (await place.SignIn(browser, "trouvee@example.org", "/connexion?retour=%2Fcompte%2Fsecond-facteur")).Path);
        await browser.SetUp();
        Assert.NotNull(await place.Db(db => db.Persons.Where(p => p.Id == person.Id).Select(p => p.TotpSince).SingleAsync()));
        await Signing.Until(async () => (await place.MailsTo("trouvee@example.org")).FirstOrDefault(m => m.Subject.Contains("second facteur", StringComparison.Ordinal)));
    }

    /// <summary>The page reached after signing in with this code, or null when it is refused.</summary>
    async Task<string?> Try(string email, string code)
    {
        using var browser = place.Browser();
        var asked = await place.SignIn(browser, email);
        var page = await asked.Form("Entrer").Fill(CodeField, code).Send();
        return page.Errors.Count > 0 ? null : page.Path;
    }
}
