using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Croisee.Tests.People;

/// <summary>New keys seal with AES-GCM; what a key of before sealed (contact data, cookies of the day) still opens.</summary>
public sealed class ProtectionAlgorithmTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Opens_with_the_same_ring_what_a_key_of_before_sealed()
    {
        var ours = await place.With(services => Task.FromResult(services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.AuthenticatedEncryptorConfiguration!));
        var ring = new Ring();
        var before = ProtectorOf(ring, new AuthenticatedEncryptorConfiguration()).Protect("écrit hier");
        Assert.DoesNotContain("GCM", Assert.Single(ring.Keys).ToString());
        Assert.Equal("écrit hier", ProtectorOf(ring, ours).Unprotect(before));

        var fresh = new Ring();
        var sealedNow = ProtectorOf(fresh, ours).Protect("écrit aujourd’hui");
        Assert.Contains("AES_256_GCM", Assert.Single(fresh.Keys).ToString());
        Assert.Equal("écrit aujourd’hui", ProtectorOf(fresh, ours).Unprotect(sealedNow));
        var turned = Convert.ToBase64String([.. Convert.FromBase64String(Padded(sealedNow)).Select((b, i) => i == 60 ? (byte)(b ^ 1) : b)]).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => ProtectorOf(fresh, ours).Unprotect(turned));
    }

    static string Padded(string text) => text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (text.Length % 4)) % 4);

    static IDataProtector ProtectorOf(IXmlRepository ring, AlgorithmConfiguration algorithm)
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("croisee");
        services.Configure<KeyManagementOptions>(options => (options.XmlRepository, options.AuthenticatedEncryptorConfiguration) = (ring, algorithm));
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("essai");
    }

    sealed class Ring : IXmlRepository
    {
        public List<XElement> Keys { get; } = [];
        public IReadOnlyCollection<XElement> GetAllElements() => [.. Keys];
        public void StoreElement(XElement element, string friendlyName) => Keys.Add(element);
    }
}
