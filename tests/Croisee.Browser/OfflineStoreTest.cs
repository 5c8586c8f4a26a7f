using System.Text.Json;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Croisee.Surveys.Offline;
using Croisee.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Croisee.Browser;

/// <summary>What a device keeps, whoever finds it, full or renewed; and that it asks as the server would.</summary>
public sealed class OfflineStoreTest(Chromium chromium, RoamingPlace place) : Carried(chromium, place), IClassFixture<RoamingPlace>
{
    [Fact]
    public async Task Whoever_finds_the_device_reads_no_answer_and_empties_nothing_by_accident()
    {
        var given = await Place.Given.AnOpenSurvey();
        var (context, page) = await Prepare(given);
        await using var _ = context;
        await context.SetOfflineAsync(true);
        await Tell(page, 2);
        await page.GetByText("2 réponses en attente").WaitForAsync();
        var kept = await page.EvaluateAsync<string>("""
            async () => {
              const done = r => new Promise((y, n) => { r.onsuccess = () => y(r.result); r.onerror = () => n(r.error); });
              const all = [localStorage, sessionStorage, document.cookie];
              for (const { name } of await indexedDB.databases()) {
                const db = await done(indexedDB.open(name));
                for (const store of db.objectStoreNames) all.push(store, await done(db.transaction(store).objectStore(store).getAllKeys()), (await done(db.transaction(store).objectStore(store).getAll())).filter(v => !(v instanceof Blob)));
                db.close();
              }
              return JSON.stringify(all);
            }
            """);
        Assert.Equal(2, JsonDocument.Parse(kept).RootElement.EnumerateArray().SelectMany(e => e.ValueKind == JsonValueKind.Array ? e.EnumerateArray() : []).Count(v => v.ToString().Length > 1000));
        foreach (var secret in new[] { "OUN_", "savoir", "aide_pair" }) Assert.DoesNotContain(secret, kept, StringComparison.Ordinal);
        await page.GetByText("Rendre ou prêter cet appareil").ClickAsync();
        await page.Press("Vider cet appareil");
        Assert.Contains("2 réponses ne sont pas encore parties", await page.Locator("main").InnerTextAsync());
        await page.Press("Non, revenir");
        await page.GetByText("2 réponses en attente").WaitForAsync();
        await context.SetOfflineAsync(false);
        await page.GetByText("Aucune réponse en attente, 2 envoyées.").WaitForAsync();
        await page.Press("Vider cet appareil");
        await page.Press("Oui, vider l’appareil");
        await page.GetByText("Cet appareil est vide").WaitForAsync();
        Assert.Equal("[[],[],0]", await page.EvaluateAsync<string>("async () => JSON.stringify([await indexedDB.databases(), await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length])"));
    }

    /// <summary>The form that prepares was sent again on the same device, by whoever came next: what the one before holds is named on both pages, and goes out from its own.</summary>
    [Fact]
    public async Task A_device_prepared_twice_leads_to_the_answers_that_it_held_before()
    {
        var given = await Place.Given.AnOpenSurvey();
        var (context, page) = await Prepare(given);
        await using var _ = context;
        var before = page.Url;
        // The server is out of reach: what is told stays here.
        await context.RouteAsync("**/envoi", route => route.AbortAsync());
        await Tell(page, 3);
        await page.GetByText("3 réponses en attente").First.WaitForAsync();
        Assert.False(await page.Locator("[data-kept]").IsVisibleAsync());
        await page.GotoAsync($"/repondre/{given.Code}/hors-ligne");
        await page.GetByText("3 réponses en attente").WaitForAsync();
        await page.Answer(("Form.Charter", "oui"), ("Form.Helper", "aide_pair"));
        await page.Press("Préparer cet appareil");
        await page.GetByText(Ready).WaitForAsync();
        Assert.NotEqual(before, page.Url);
        await page.GetByText("Aucune réponse en attente").WaitForAsync();
        // Looking made no store of its own.
        Assert.Equal(2, await page.EvaluateAsync<int>("async () => (await indexedDB.databases()).length"));
        await context.UnrouteAsync("**/envoi");
        await page.Locator("[data-kept] a").ClickAsync();
        await page.GetByText("Aucune réponse en attente, 3 envoyées.").WaitForAsync();
        Assert.Equal(before, page.Url);
        Assert.Equal(3, (await Sheets(given)).Count);
    }

    /// <summary>The browser's store refuses as a full device does. The room that was held from the first day takes the answer that is being told; when that is gone too, the page keeps it and says so.</summary>
    [Fact]
    public async Task A_full_device_loses_nothing()
    {
        var given = await Place.Given.AnOpenSurvey();
        var (context, page) = await Prepare(given);
        await using var _ = context;
        await page.EvaluateAsync("""
            () => {
              const { put, delete: remove } = IDBObjectStore.prototype;
              IDBObjectStore.prototype.put = function (...what) {
                if (this.name === 'kept' && window.full) { window.refused = (window.refused ?? 0) + 1; throw new DOMException('No room.', 'QuotaExceededError'); }
                return put.apply(this, what);
              };
              IDBObjectStore.prototype.delete = function (what) {
                if (what === 'held' && window.full === 'but for the held room') window.full = false;
                return remove.call(this, what);
              };
              window.full = 'but for the held room';
            }
            """);
        await context.SetOfflineAsync(true);
        await Tell(page, 1);
        await page.GetByText("Une réponse en attente").WaitForAsync();
        Assert.False(await page.EvaluateAsync<bool>("window.full"));
        await page.EvaluateAsync("window.full = 'wholly'");
        await page.Press("Commencer avec une personne");
        await page.Answer(("r.savoir", "OUN_OUI"));
        await page.Press("Suivant");
        while (!await page.Locator("#fin").IsVisibleAsync()) await page.Press("Passer cette question");
        await page.Press("Garder mes réponses");
        await page.GetByRole(AriaRole.Heading, new() { Name = "La mémoire de l’appareil est pleine" }).WaitForAsync();
        // Tried twice each time, the second time with the room that was held: only then is there room again.
        var refused = await page.EvaluateAsync<int>("window.refused");
        await page.Press("Réessayer");
        await page.WaitForFunctionAsync("before => window.refused >= before + 2", refused);
        Assert.Equal("La mémoire de l’appareil est pleine", await Shown(page));
        await page.EvaluateAsync("window.full = false");
        await page.Press("Réessayer");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Merci. Vos réponses sont gardées." }).WaitForAsync();
        await context.SetOfflineAsync(false);
        await page.Press("Rendre l’appareil");
        await page.GetByText("Aucune réponse en attente, 2 envoyées.").WaitForAsync();
        Assert.Equal(2, (await Sheets(given)).Count);
    }

    /// <summary>Five hundred questionnaires with conditions drawn at random, each answered at random: the device and the server put the same questions and keep the same answers.</summary>
    [Fact]
    public async Task The_device_and_the_server_agree_on_which_questions_are_put()
    {
        var given = await Place.Given.AnOpenSurvey();
        var (context, page) = await Prepare(given);
        await using var _ = context;
        var drawn = Enumerable.Range(0, 500).Select(seed => new DrawnQuestionnaire(seed)).ToList();
        var device = await Place.Given.ADevice(given);
        var plans = drawn.Select(d => new { plan = DevicePlan.Of(new PutSurvey(given.Survey, given.Place, "", d.Content), device, []), answers = d.Answers }).ToList();
        var walked = await page.EvaluateAsync<string[]>("""
            async drawn => {
              const { Plan } = await import('/js/device-plan.js');
              return drawn.map(({ plan, answers }) => {
                const { screens, said, given } = new Plan(JSON.parse(plan)).walk(answers);
                return JSON.stringify([screens.map(s => s.code), [...screens.map(s => s.said), said].map(codes => codes.join('-')), Object.keys(given).sort()]);
              });
            }
            """, plans);
        foreach (var (one, there) in drawn.Zip(walked)) Assert.Equal(one.Walked(), there);
        Assert.True(drawn.Select(d => d.Walked()).Distinct().Count() > 100, "The draw says nothing.");
    }

    /// <summary>The least and the most places of an order, in the words of the server.</summary>
    [Fact]
    public async Task A_device_asks_for_as_many_places_as_the_question()
    {
        var given = await Place.Given.AnOpenSurvey();
        var (context, page) = await Prepare(given);
        await using var _ = context;
        var told = await page.EvaluateAsync<string[]>("""
            async () => {
              const { Plan } = await import('/js/device-plan.js');
              const plan = new Plan({}), order = { kind: 'Ranking', least: 2, most: 2, silent: ['NSP'] };
              return [[[1, 'A']], [[1, 'A'], [2, 'B']], [[1, 'A'], [2, 'B'], [3, 'C']], [[1, 'A'], [1, 'B']], ['NSP'], [[1, 'A'], 'NSP'], []].map(said => plan.fault(order, said));
            }
            """);
        Assert.Equal(["Choisissez au moins 2 réponses.", "", "Choisissez 2 réponses au plus.", "Deux réponses ont la même place : donnez à chacune la sienne.", "", "Si vous choisissez « je ne sais pas » ou « je ne veux pas répondre », ne choisissez rien d’autre.", ""], told);
    }

    /// <summary>What is only said depends on the answers there as here: an information that closes a part, one with a condition, and the last of all before one's answers are kept.</summary>
    [Fact]
    public async Task A_device_says_what_stands_between_the_questions()
    {
        static AskedQuestion Said(string code, Condition? shownIf = null) => new(code, QuestionKind.Information, new Wording($"Dit {code}.")) { ShownIf = shownIf };
        var yes = new Chosen("a", "OUN_OUI");
        AskedQuestion a = new("a", QuestionKind.Scale, new Wording("Vous venez ?")) { Scale = "V-OUINON" }, b = new("b", QuestionKind.ShortText, new Wording("Un mot ?")) { Required = true };
        var given = await Place.Given.AnOpenSurvey(content: new(new Wording("Essai")) { Sections = [new("p1") { Questions = [a, Said("oui", yes), Said("ferme")] }, new("p2") { Title = new Wording("Ensuite"), Questions = [b, Said("fin")] }] });
        var (context, page) = await Prepare(given);
        await using var _ = context;
        await context.SetOfflineAsync(true);
        foreach (var (answer, before) in new[] { ("OUN_OUI", "Dit oui.|Dit ferme.|Ensuite"), ("OUN_NON", "Dit ferme.|Ensuite") })
        {
            await page.Press("Commencer avec une personne");
            await page.Answer(("r.a", answer));
            await page.Press("Suivant");
            Assert.Equal(before, string.Join('|', await page.Locator("form:visible .lead").AllInnerTextsAsync()));
            // Nobody is held at a question that asks for an answer.
            await page.Press("Suivant");
            Assert.Equal("Écrivez une réponse, ou passez cette question.", await page.GetByRole(AriaRole.Alert).InnerTextAsync());
            await page.Locator("form:visible").GetByText("Je ne veux pas répondre").ClickAsync();
            await page.Press("Suivant");
            Assert.Equal("Dit fin.", await page.Locator("#fin .lead").InnerTextAsync());
            await page.Press("Garder mes réponses");
            await page.Press("Rendre l’appareil");
        }
        await context.SetOfflineAsync(false);
        await page.GetByText("Aucune réponse en attente, 2 envoyées.").WaitForAsync();
        Assert.All(await Sheets(given), s => Assert.Equal(["a"], s.Given().Values.Keys));
    }

    /// <summary>The product was replaced meanwhile: the page that the device kept asks for parts that are gone, then takes the new ones and forgets the old.</summary>
    [Fact]
    public async Task A_device_takes_the_new_version_of_the_product_when_it_has_a_network()
    {
        var given = await Place.Given.AnOpenSurvey();
        var (context, page) = await Prepare(given);
        await using var _ = context;
        await context.SetOfflineAsync(true);
        await Tell(page, 1);
        await page.EvaluateAsync("""
            async () => {
              const cache = await caches.open((await caches.keys())[0]);
              const [mine] = (await cache.keys()).filter(r => r.url === location.href);
              const old = await (await cache.match(mine)).text();
              await cache.put(mine, new Response(old.replace('Commencer avec une personne', 'Ancien bouton'), { headers: { 'content-type': 'text/html; charset=utf-8' } }));
              await cache.put('/js/old.js', new Response(''));
            }
            """);
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ancien bouton" }).WaitForAsync();
        await page.GetByText("Une réponse en attente").WaitForAsync();
        await context.SetOfflineAsync(false);
        await page.GetByText("Aucune réponse en attente, une envoyée.").WaitForAsync();
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Commencer avec une personne" }).WaitForAsync();
        await page.GetByText(Ready).WaitForAsync();
        Assert.DoesNotContain("old.js", await page.EvaluateAsync<string>("async () => JSON.stringify((await (await caches.open((await caches.keys())[0])).keys()).map(r => r.url))"), StringComparison.Ordinal);
        Assert.Single(await Sheets(given));
    }
}
