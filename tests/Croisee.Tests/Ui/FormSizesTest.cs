using Croisee.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Ui;

/// <summary>How much a form may weigh is known before it is read, also where its length is not said (S37).</summary>
[Trait("kind", "pure")]
public sealed class FormSizesTest
{
    sealed class Size : IHttpMaxRequestBodySizeFeature
    {
        public bool IsReadOnly => false;
        public long? MaxRequestBodySize { get; set; } = FormSizes.WithFile;
    }

    static DefaultHttpContext Form(long? length, HeavyFormAttribute? page, Size size)
    {
        var context = new DefaultHttpContext { Request = { Method = "POST", ContentType = "application/x-www-form-urlencoded", ContentLength = length } };
        context.Features.Set<IHttpMaxRequestBodySizeFeature>(size);
        context.SetEndpoint(new Endpoint(null, page is null ? null : new EndpointMetadataCollection(page), "essai"));
        return context;
    }

    static RequestDelegate Pipeline(RequestDelegate end)
    {
        var app = new ApplicationBuilder(new ServiceCollection().BuildServiceProvider());
        app.UseFormSizes();
        app.Run(end);
        return app.Build();
    }

    [Fact]
    public async Task Cuts_off_what_does_not_say_its_length_and_refuses_what_says_too_much()
    {
        var read = 0;
        var pipeline = Pipeline(_ => { read++; return Task.CompletedTask; });
        foreach (var (page, most) in new (HeavyFormAttribute?, long)[] { (null, FormSizes.Usual), (new HeavyFormAttribute(), UnreadableForms.LongestText + FormSizes.Usual), (new HeavyFormAttribute(FormSizes.WithFile, inMemory: false), FormSizes.WithFile) })
        {
            var size = new Size();
            await pipeline(Form(null, page, size));
            Assert.Equal(most, size.MaxRequestBodySize);
            await pipeline(Form(most, page, new Size()));
            var refused = await Assert.ThrowsAsync<BadHttpRequestException>(() => pipeline(Form(most + 1, page, new Size())));
            Assert.Equal(StatusCodes.Status413PayloadTooLarge, refused.StatusCode);
        }
        Assert.Equal(6, read);
    }

    [Fact]
    public async Task Reads_few_very_long_texts_at_once_and_any_number_of_others()
    {
        var (gate, inside) = (new TaskCompletionSource(), 0);
        var pipeline = Pipeline(_ => { Interlocked.Increment(ref inside); return gate.Task; });
        var heavy = Enumerable.Range(0, 6).Select(_ => pipeline(Form(FormSizes.Usual + 1, new HeavyFormAttribute(), new Size()))).ToList();
        var light = pipeline(Form(FormSizes.Usual, new HeavyFormAttribute(), new Size()));
        Assert.Equal(5, inside);
        gate.SetResult();
        await Task.WhenAll(heavy.Append(light));
        Assert.Equal(7, inside);
    }
}
