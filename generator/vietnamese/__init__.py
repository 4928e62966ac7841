"""How is Vietnamese text sorted, searched, counted and dated?"""
