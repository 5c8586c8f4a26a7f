using System.Net;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>A misspelt choice is told by its name, with those that exist: nobody who asked for a part is given everything.</summary>
public sealed class UnknownWordsTest(Place place) : IClassFixture<Place>
{
    public static TheoryData<string> Searches =>
    [
        "/repertoire", "/repertoire/carte", "/repertoire/carte/fichier", "/repertoire/carte/parts", "/repertoire/carte-de-france", "/repertoire/carte-de-france/fichier", "/repertoire/carte-de-france/departements",
        "/repertoire/carte-de-france/departements/fichier", "/repertoire/freins-et-leviers", "/repertoire/freins-et-leviers/fichier", "/repertoire/fichier/csv", "/repertoire/fichier/jsonl", "/repertoire/flux/rss", "/repertoire/flux/atom",
        "/repertoire/flux/json", "/repertoire/suivre", "/dossiers/ajouter",
    ];

    async Task<(HttpStatusCode Status, string Said)> Ask(string address)
    {
        using var browser = address.StartsWith("/dossiers", StringComparison.Ordinal) ? await place.Given.APerson("Lectrice") : place.Browser();
        using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, address));
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace('\u00a0', ' ').Replace('\u202f', ' '));
    }

    [Theory, MemberData(nameof(Searches))]
    public async Task Names_the_word_and_those_that_exist(string path)
    {
        await SomeLibrary.In(place);
        var (status, said) = await Ask(path + "?regoin=R53&q=jardin");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("le mot « regoin » ne choisit rien ici", said);
        foreach (var known in new[] { "q", "region", "contexte", "appel", "engagement" }) Assert.Matches($"Ceux qui existent : [^.]*\\b{known}\\b", said);
    }

    [Theory, MemberData(nameof(Searches))]
    public async Task Passes_over_what_others_hang_on_a_link_and_what_holds_for_every_page(string path)
    {
        await SomeLibrary.In(place);
        Assert.Equal(HttpStatusCode.OK, (await Ask(path + "?region=R53&utm_source=lettre&UTM_Medium=x&fbclid=a1&at_campaign=b&xtor=c&langue=fr&lecture=nimporte")).Status);
    }

    [Fact]
    public async Task Tells_it_of_a_comparison_and_of_the_curves_too()
    {
        await SomeLibrary.In(place);
        Assert.Contains("Ceux qui existent : fiche, seulement, partie, q.", (await Ask("/repertoire/comparer?fihce=bcdfghjk")).Said);
        Assert.Equal(HttpStatusCode.BadRequest, (await Ask("/repertoire/comparer?fihce=bcdfghjk")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Ask("/repertoire/comparer?utm_source=lettre")).Status);
        foreach (var path in new[] { "/repertoire/survie", "/repertoire/survie/fichier" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await Ask(path + "?pra=contexte")).Status);
            Assert.Contains("Le seul qui existe : par.", (await Ask(path + "?pra=contexte")).Said);
            Assert.Equal(HttpStatusCode.OK, (await Ask(path + "?par=contexte&fbclid=x")).Status);
        }
    }

    /// <summary>However many there are and whatever they hold, what is said stays one short sentence.</summary>
    [Fact]
    public async Task Stays_short_whatever_is_asked()
    {
        await SomeLibrary.In(place);
        async Task<string> Told(string query)
        {
            var page = await place.Browser().Open("/repertoire?" + query);
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            return Page.Text(page.Document.QuerySelector(".notice.warn li")).Replace('\u00a0', ' ').Replace('\u202f', ' ');
        }
        var said = await Told(string.Join('&', Enumerable.Range(0, 50).Select(i => $"mot{i}=x")));
        Assert.StartsWith("Dans l’adresse, les mots « mot0 », « mot1 », « mot2 »… ne choisissent rien ici. Ceux qui existent : q, contexte,", said);
        Assert.StartsWith($"Dans l’adresse, le mot « {new string('z', 40)}… » ne choisit rien ici.", await Told(new string('z', 3000) + "=1"));
        Assert.StartsWith("Dans l’adresse, le mot « {0}<b> » ne choisit rien ici.", await Told("%7B0%7D%3Cb%3E=1"));
        Assert.DoesNotContain('\u001b', await Told("a%1Bb=2"));
    }

    [Fact]
    public async Task Lets_the_names_of_its_own_page_through()
    {
        await SomeLibrary.In(place);
        Assert.Equal(HttpStatusCode.OK, (await Ask("/repertoire/carte?lignes=contexte&colonnes=registre&region=R53")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Ask("/repertoire/carte-de-france?lignes=contexte")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Ask("/repertoire/carte?format=xlsx")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Ask("/api/v1/fiches?region=R53&combien=2")).Status);
    }
}
