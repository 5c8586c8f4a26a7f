using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;

namespace Croisee.Ui;

/// <summary>
/// Ui owns the layout, the way of a page and its forms, the signs, the style sheets and scripts.
/// It must never know a noun of the domain nor ask the database.
/// </summary>
public static class Room
{
    /// <summary>Bytes of all pages kept for a minute, and of one: whoever asks for addresses that nobody asked fills this and no more.</summary>
    const int KeptAtMost = 16 * 1024 * 1024, PageAtMost = 512 * 1024;

    public static void Open(IServiceCollection services)
    {
        services.AddRazorPages(options =>
        {
            options.RootDirectory = "/";
            // The form's token is checked by ScreenFilter, which keeps what was typed; the framework's filter would answer an empty 400.
            options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
            options.Conventions.AddFolderApplicationModelConvention("/", page => { if (page.HandlerProperties.Any(TakesFile)) page.EndpointMetadata.Add(HeavyFormAttribute.File); });
            // A form of empty boxes posts no « Form.… » at all: unless the name is given, the framework then binds without it, and the error stands beside no field.
            options.Conventions.AddFolderApplicationModelConvention("/", page => { foreach (var form in page.HandlerProperties.Where(p => p is { PropertyName: "Form", BindingInfo: not null })) form.BindingInfo!.BinderModelName ??= form.PropertyName; });
        }).AddMvcOptions(options => { options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true; options.MaxModelBindingCollectionSize = 200; options.MaxModelValidationErrors = 50; options.Filters.Add<ScreenFilter>(); options.ModelBinderProviders.Insert(0, new DayBinder()); options.ModelBinderProviders.Insert(1, new TextBinder()); options.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>(); options.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>(); FrenchMessages.Apply(options.ModelBindingMessageProvider); })
            // There are pages only. Looking for controllers loads every type of the program, those the compiler made too: memory and time of each start.
            .ConfigureApplicationPartManager(parts => parts.FeatureProviders.Remove(parts.FeatureProviders.OfType<ControllerFeatureProvider>().Single()));
        services.Configure<FormOptions>(options => options.ValueLengthLimit = UnreadableForms.LongestText);
        BoundProperties.Only(services);
        services.AddSingleton<IHttpResponseStreamWriterFactory, WholePages>();
        services.Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(new EasyViews()));
        // Accents stay letters: shorter pages, readable sources.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // Every cookie is Secure, also behind a proxy or on localhost: the policy says it once, the antiforgery system would refuse plain HTTP.
        services.Configure<CookiePolicyOptions>(options => { options.Secure = CookieSecurePolicy.Always; options.HttpOnly = Microsoft.AspNetCore.CookiePolicy.HttpOnlyPolicy.Always; });
        services.AddAntiforgery(options => { options.Cookie.Name = "__Host-jeton"; options.Cookie.SecurePolicy = CookieSecurePolicy.None; options.Cookie.SameSite = SameSiteMode.Lax; options.Cookie.Path = "/"; options.SuppressXFrameOptionsHeader = true; });
        services.Configure<CookieTempDataProviderOptions>(options => { options.Cookie.Name = "__Host-annonce"; options.Cookie.SecurePolicy = CookieSecurePolicy.Always; options.Cookie.Path = "/"; options.Cookie.IsEssential = true; });
        services.AddSingleton(new Paper.PaperFonts(Paper.PaperFonts.Folder));
        services.AddSingleton<Paper.PaperPictures>();
        services.AddSingleton<InlineSheet>();
        services.AddOutputCache(options => { options.AddPolicy(PublicCache.Name, new PublicCache()); (options.SizeLimit, options.MaximumBodySize) = (KeptAtMost, PageAtMost); });
        KeptPages.In(services);
        services.AddResponseCompression(options => { options.EnableForHttps = true; options.Providers.Add<BrotliCompressionProvider>(); options.Providers.Add<GzipCompressionProvider>(); });
        // Kept pages are compressed once a minute, so they may be compressed well: lighter than the default, which is the fastest.
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = System.IO.Compression.CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = System.IO.Compression.CompressionLevel.Optimal);
    }

    static bool TakesFile(PagePropertyModel property) => property.ParameterType.GetProperties().Any(p => p.PropertyType == typeof(IFormFile));
}
