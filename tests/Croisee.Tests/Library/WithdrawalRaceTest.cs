using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>A place where a page that was read from the database waits, when asked to, before it is drawn.</summary>
public sealed class WaitingPlace : Place
{
    public const string Header = "X-Attend";
    public ConcurrentDictionary<string, (TaskCompletionSource Read, TaskCompletionSource Go)> Gates { get; } = new();

    protected override void Tweak(WebApplicationBuilder builder) => builder.Services.Configure<MvcOptions>(options => options.Filters.Add(new Gate(this)));

    sealed class Gate(WaitingPlace place) : IAsyncResultFilter
    {
        public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
        {
            if (place.Gates.TryGetValue(context.HttpContext.Request.Headers[Header].ToString(), out var gate))
            {
                gate.Read.SetResult();
                await gate.Go.Task;
            }
            await next();
        }
    }
}

/// <summary>A page begun before a withdrawal and finished after it: whoever asked reads what was true, nobody after does (S41).</summary>
public sealed class WithdrawalRaceTest(WaitingPlace place) : IClassFixture<WaitingPlace>
{
    [Theory]
    [InlineData("/"), InlineData("/repertoire"), InlineData("/cadre/grille"), InlineData("/cadre/registres/reg5-pair-aidance"), InlineData("/experiences/{reference}")]
    public async Task What_was_begun_before_is_never_served_after(string route)
    {
        var title = "La fiche lue trop tôt, sur " + route;
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), title, a => (a.Course.Registers, a.Course.Modalities) = (["REG5_PAIR_AIDANCE"], ["M2_MESO_PARTEN_PAIR_AIDE"]), remarkable: true);
        var path = route.Replace("{reference}", given.Reference);
        var gate = place.Gates[path] = (new(TaskCreationOptions.RunContinuationsAsynchronously), new(TaskCreationOptions.RunContinuationsAsynchronously));
        using var slow = place.Browser();
        var asked = slow.Send(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { WaitingPlace.Header, path } } });
        await gate.Read.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        var author = await place.Given.AnAuthorOf(given);
        await (await author.Open($"/suivre/fiche/{given.Reference}/retrait")).Form("Retirer").Send();
        gate.Go.SetResult();
        using var read = await asked;
        Assert.Contains("La fiche lue trop tôt", await read.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        var after = await place.Browser().Open(path);
        if (route.StartsWith("/experiences", StringComparison.Ordinal)) Assert.Equal(System.Net.HttpStatusCode.Gone, after.Status);
        else Assert.DoesNotContain(title, after.TextContent);
    }
}
